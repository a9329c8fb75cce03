package mutating_webhook

import (
	"encoding/json"
	"io"
)

// Handle answers with the pod as it will be. The server around it, of controller-runtime, is left out here.
func Handle(request io.Reader, response io.Writer) error {
	var pod Pod
	if err := json.NewDecoder(request).Decode(&pod); err != nil {
		return err
	}
	return json.NewEncoder(response).Encode(mutatePod(pod))
}
