package main

import (
	"context"
	"fmt"

	"k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/api/meta"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	request "k8s.io/apiserver/pkg/endpoints/request"
	"k8s.io/apiserver/pkg/registry/rest"
	"k8s.io/apiserver/pkg/warning"
	apiservice "k8s.io/kubernetes/pkg/api/service"
	"k8s.io/kubernetes/pkg/apis/core"
	"k8s.io/kubernetes/pkg/capabilities"
)

type recorder struct{ said []string }

func (r *recorder) AddWarning(_, text string) { r.said = append(r.said, text) }

func init() {
	// As kube-apiserver is started everywhere: --allow-privileged.
	capabilities.Initialize(capabilities.Capabilities{AllowPrivileged: true})
}

// allocate does what the storage of Services does between decoding and validation: it hands out addresses and ports.
// Source: k8s.io/kubernetes, pkg/registry/core/service/storage/alloc.go.
func allocate(object runtime.Object) {
	service, ok := object.(*core.Service)
	if !ok {
		return
	}
	if service.Spec.ClusterIP != "" && len(service.Spec.ClusterIPs) == 0 {
		service.Spec.ClusterIPs = []string{service.Spec.ClusterIP}
	}
	if apiservice.NeedsHealthCheck(service) && service.Spec.HealthCheckNodePort == 0 {
		service.Spec.HealthCheckNodePort = 32767
	}
}

// judge decodes an object as an API server does, and validates it as on create.
func judge(text []byte) (result answer) {
	defer func() {
		if r := recover(); r != nil {
			result = answer{Decode: fmt.Sprint("panic: ", r)}
		}
	}()
	kind, err := kindOf(text)
	if err != nil {
		return answer{Decode: err.Error()}
	}
	one, known := strategies[schema.GroupKind{Group: kind.Group, Kind: kind.Kind}]
	if !known {
		return answer{Unknown: true}
	}
	object, err := one.decode(text)
	if err != nil {
		return answer{Decode: err.Error()}
	}
	return validate(one.strategy, object)
}

func validate(strategy rest.RESTCreateStrategy, object runtime.Object) answer {
	accessor, err := meta.Accessor(object)
	if err != nil {
		return answer{Decode: err.Error()}
	}
	namespace := ""
	if strategy.NamespaceScoped() {
		if accessor.GetNamespace() == "" {
			accessor.SetNamespace("default")
		}
		namespace = accessor.GetNamespace()
	}
	if accessor.GetGenerateName() != "" && accessor.GetName() == "" {
		accessor.SetName(strategy.GenerateName(accessor.GetGenerateName()))
	}
	allocate(object)
	rest.FillObjectMetaSystemFields(accessor)
	said := &recorder{}
	ctx := warning.WithWarningRecorder(request.WithNamespace(context.Background(), namespace), said)
	failure := rest.BeforeCreate(strategy, ctx, object)
	result := answer{Causes: []cause{}, Warnings: said.said}
	if failure == nil {
		return result
	}
	status, ok := failure.(errors.APIStatus)
	if !ok || status.Status().Details == nil || len(status.Status().Details.Causes) == 0 {
		return answer{Causes: []cause{{Detail: failure.Error()}}}
	}
	for _, one := range status.Status().Details.Causes {
		result.Causes = append(result.Causes, cause{Field: one.Field, Type: string(one.Type), Detail: one.Message})
	}
	return result
}
