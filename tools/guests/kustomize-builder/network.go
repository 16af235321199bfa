package main

import (
	"fmt"
	"net/http"
	"regexp"
)

// refuse is an HTTP transport that answers every request with an error that names the address.
type refuse struct{}

func (refuse) RoundTrip(request *http.Request) (*http.Response, error) {
	return nil, fmt.Errorf("%s <%s>", refused, request.URL)
}

const refused = "refused to open"

var refusedAddress = regexp.MustCompile(refused + ` <([^>]+)>`)

// refuseNetwork makes kustomize's HTTP client, which uses the default transport, fail at once. Git bases fail
// because the environment, and so PATH, is empty: kustomize then finds no git to start.
func refuseNetwork() {
	http.DefaultTransport = refuse{}
}

// refusedURL is the address in an error of the refusing transport, or the empty string.
func refusedURL(text string) string {
	if match := refusedAddress.FindStringSubmatch(text); match != nil {
		return match[1]
	}
	return ""
}
