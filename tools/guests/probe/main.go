// Stands in for the images of a fleet where packets flow: answers 200 to every request on $PORT and says which pod it is,
// or, with RUN_ONCE set, ends at once: 0, or 1 with RUN_ONCE=fail.
package main

import (
	"fmt"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	switch os.Getenv("RUN_ONCE") {
	case "":
	case "fail":
		fmt.Fprintln(os.Stderr, "told to fail")
		os.Exit(1)
	default:
		fmt.Println("ran once")
		return
	}
	stopped := make(chan os.Signal, 1)
	signal.Notify(stopped, syscall.SIGTERM, syscall.SIGINT)
	if port := os.Getenv("PORT"); port != "" {
		pod, _ := os.Hostname()
		answer := func(response http.ResponseWriter, _ *http.Request) { fmt.Fprintln(response, pod) }
		go func() {
			fmt.Fprintln(os.Stderr, http.ListenAndServe(":"+port, http.HandlerFunc(answer)))
			os.Exit(1)
		}()
	}
	<-stopped
}
