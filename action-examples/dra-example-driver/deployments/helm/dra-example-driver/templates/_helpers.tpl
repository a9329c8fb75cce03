{{/*
Full image name with tag
*/}}
{{- define "dra-example-driver.fullimage" -}}
{{- .Values.image.repository -}}:{{- .Values.image.tag | default .Chart.AppVersion -}}
{{- end }}

{{/*
The driver name.
*/}}
{{- define "dra-example-driver.driverName" -}}
{{ print .Values.deviceProfile ".example.com" }}
{{- end -}}
