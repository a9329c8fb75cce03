module release-actions/tools/re2

go 1.25.0

tool release-actions/tools/re2
