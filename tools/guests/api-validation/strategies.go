package main

import (
	"encoding/json"

	apiextensions "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/install"
	"k8s.io/apiextensions-apiserver/pkg/registry/customresourcedefinition"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	"k8s.io/apiserver/pkg/registry/rest"
	aggregator "k8s.io/kube-aggregator/pkg/apis/apiregistration/install"
	"k8s.io/kube-aggregator/pkg/registry/apiservice"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	_ "k8s.io/kubernetes/pkg/apis/admissionregistration/install"
	_ "k8s.io/kubernetes/pkg/apis/apps/install"
	_ "k8s.io/kubernetes/pkg/apis/autoscaling/install"
	_ "k8s.io/kubernetes/pkg/apis/batch/install"
	_ "k8s.io/kubernetes/pkg/apis/certificates/install"
	_ "k8s.io/kubernetes/pkg/apis/coordination/install"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	_ "k8s.io/kubernetes/pkg/apis/discovery/install"
	_ "k8s.io/kubernetes/pkg/apis/flowcontrol/install"
	_ "k8s.io/kubernetes/pkg/apis/networking/install"
	_ "k8s.io/kubernetes/pkg/apis/node/install"
	_ "k8s.io/kubernetes/pkg/apis/policy/install"
	_ "k8s.io/kubernetes/pkg/apis/rbac/install"
	_ "k8s.io/kubernetes/pkg/apis/scheduling/install"
	_ "k8s.io/kubernetes/pkg/apis/storage/install"
	"k8s.io/kubernetes/pkg/registry/admissionregistration/mutatingwebhookconfiguration"
	"k8s.io/kubernetes/pkg/registry/admissionregistration/validatingwebhookconfiguration"
	"k8s.io/kubernetes/pkg/registry/apps/controllerrevision"
	"k8s.io/kubernetes/pkg/registry/apps/daemonset"
	"k8s.io/kubernetes/pkg/registry/apps/deployment"
	"k8s.io/kubernetes/pkg/registry/apps/replicaset"
	"k8s.io/kubernetes/pkg/registry/apps/statefulset"
	"k8s.io/kubernetes/pkg/registry/autoscaling/horizontalpodautoscaler"
	"k8s.io/kubernetes/pkg/registry/batch/cronjob"
	"k8s.io/kubernetes/pkg/registry/batch/job"
	"k8s.io/kubernetes/pkg/registry/certificates/certificates"
	"k8s.io/kubernetes/pkg/registry/coordination/lease"
	"k8s.io/kubernetes/pkg/registry/core/configmap"
	"k8s.io/kubernetes/pkg/registry/core/endpoint"
	"k8s.io/kubernetes/pkg/registry/core/limitrange"
	"k8s.io/kubernetes/pkg/registry/core/namespace"
	"k8s.io/kubernetes/pkg/registry/core/node"
	"k8s.io/kubernetes/pkg/registry/core/persistentvolume"
	"k8s.io/kubernetes/pkg/registry/core/persistentvolumeclaim"
	"k8s.io/kubernetes/pkg/registry/core/pod"
	"k8s.io/kubernetes/pkg/registry/core/podtemplate"
	"k8s.io/kubernetes/pkg/registry/core/replicationcontroller"
	"k8s.io/kubernetes/pkg/registry/core/resourcequota"
	"k8s.io/kubernetes/pkg/registry/core/secret"
	"k8s.io/kubernetes/pkg/registry/core/service"
	"k8s.io/kubernetes/pkg/registry/core/serviceaccount"
	"k8s.io/kubernetes/pkg/registry/discovery/endpointslice"
	"k8s.io/kubernetes/pkg/registry/flowcontrol/flowschema"
	"k8s.io/kubernetes/pkg/registry/flowcontrol/prioritylevelconfiguration"
	"k8s.io/kubernetes/pkg/registry/networking/ingress"
	"k8s.io/kubernetes/pkg/registry/networking/ingressclass"
	"k8s.io/kubernetes/pkg/registry/networking/networkpolicy"
	"k8s.io/kubernetes/pkg/registry/node/runtimeclass"
	"k8s.io/kubernetes/pkg/registry/policy/poddisruptionbudget"
	"k8s.io/kubernetes/pkg/registry/rbac/clusterrole"
	"k8s.io/kubernetes/pkg/registry/rbac/clusterrolebinding"
	"k8s.io/kubernetes/pkg/registry/rbac/role"
	"k8s.io/kubernetes/pkg/registry/rbac/rolebinding"
	"k8s.io/kubernetes/pkg/registry/scheduling/priorityclass"
	"k8s.io/kubernetes/pkg/registry/storage/csidriver"
	"k8s.io/kubernetes/pkg/registry/storage/storageclass"
)

type entry struct {
	strategy rest.RESTCreateStrategy
	decode   func([]byte) (runtime.Object, error)
}

var others = runtime.NewScheme()

func init() {
	apiextensions.Install(others)
	aggregator.Install(others)
}

func decodeBuiltIn(text []byte) (runtime.Object, error) {
	return runtime.Decode(legacyscheme.Codecs.UniversalDecoder(), text)
}

func decodeOther(text []byte) (runtime.Object, error) {
	return runtime.Decode(serializer.NewCodecFactory(others).UniversalDecoder(), text)
}

func kindOf(text []byte) (schema.GroupVersionKind, error) {
	var about metav1.TypeMeta
	err := json.Unmarshal(text, &about)
	return about.GroupVersionKind(), err
}

var strategies = map[schema.GroupKind]entry{
	{Group: "admissionregistration.k8s.io", Kind: "MutatingWebhookConfiguration"}:   {mutatingwebhookconfiguration.Strategy, decodeBuiltIn},
	{Group: "admissionregistration.k8s.io", Kind: "ValidatingWebhookConfiguration"}: {validatingwebhookconfiguration.Strategy, decodeBuiltIn},
	{Group: "apps", Kind: "DaemonSet"}:                                              {daemonset.Strategy, decodeBuiltIn},
	{Group: "apps", Kind: "Deployment"}:                                             {deployment.Strategy, decodeBuiltIn},
	{Group: "apps", Kind: "ReplicaSet"}:                                             {replicaset.Strategy, decodeBuiltIn},
	{Group: "apps", Kind: "StatefulSet"}:                                            {statefulset.Strategy, decodeBuiltIn},
	{Group: "apps", Kind: "ControllerRevision"}:                                     {controllerrevision.Strategy, decodeBuiltIn},
	{Group: "autoscaling", Kind: "HorizontalPodAutoscaler"}:                         {horizontalpodautoscaler.Strategy, decodeBuiltIn},
	{Group: "batch", Kind: "CronJob"}:                                               {cronjob.Strategy, decodeBuiltIn},
	{Group: "batch", Kind: "Job"}:                                                   {job.Strategy, decodeBuiltIn},
	{Group: "certificates.k8s.io", Kind: "CertificateSigningRequest"}:               {certificates.Strategy, decodeBuiltIn},
	{Group: "coordination.k8s.io", Kind: "Lease"}:                                   {lease.Strategy, decodeBuiltIn},
	{Group: "", Kind: "ConfigMap"}:                                                  {configmap.Strategy, decodeBuiltIn},
	{Group: "", Kind: "Endpoints"}:                                                  {endpoint.Strategy, decodeBuiltIn},
	{Group: "", Kind: "LimitRange"}:                                                 {limitrange.Strategy, decodeBuiltIn},
	{Group: "", Kind: "Namespace"}:                                                  {namespace.Strategy, decodeBuiltIn},
	{Group: "", Kind: "Node"}:                                                       {node.Strategy, decodeBuiltIn},
	{Group: "", Kind: "PersistentVolume"}:                                           {persistentvolume.Strategy, decodeBuiltIn},
	{Group: "", Kind: "PersistentVolumeClaim"}:                                      {persistentvolumeclaim.Strategy, decodeBuiltIn},
	{Group: "", Kind: "Pod"}:                                                        {pod.Strategy, decodeBuiltIn},
	{Group: "", Kind: "PodTemplate"}:                                                {podtemplate.Strategy, decodeBuiltIn},
	{Group: "", Kind: "ReplicationController"}:                                      {replicationcontroller.Strategy, decodeBuiltIn},
	{Group: "", Kind: "ResourceQuota"}:                                              {resourcequota.Strategy, decodeBuiltIn},
	{Group: "", Kind: "Secret"}:                                                     {secret.Strategy, decodeBuiltIn},
	{Group: "", Kind: "Service"}:                                                    {service.Strategy, decodeBuiltIn},
	{Group: "", Kind: "ServiceAccount"}:                                             {serviceaccount.Strategy, decodeBuiltIn},
	{Group: "discovery.k8s.io", Kind: "EndpointSlice"}:                              {endpointslice.Strategy, decodeBuiltIn},
	{Group: "flowcontrol.apiserver.k8s.io", Kind: "FlowSchema"}:                     {flowschema.Strategy, decodeBuiltIn},
	{Group: "flowcontrol.apiserver.k8s.io", Kind: "PriorityLevelConfiguration"}:     {prioritylevelconfiguration.Strategy, decodeBuiltIn},
	{Group: "networking.k8s.io", Kind: "Ingress"}:                                   {ingress.Strategy, decodeBuiltIn},
	{Group: "networking.k8s.io", Kind: "IngressClass"}:                              {ingressclass.Strategy, decodeBuiltIn},
	{Group: "networking.k8s.io", Kind: "NetworkPolicy"}:                             {networkpolicy.Strategy, decodeBuiltIn},
	{Group: "node.k8s.io", Kind: "RuntimeClass"}:                                    {runtimeclass.Strategy, decodeBuiltIn},
	{Group: "policy", Kind: "PodDisruptionBudget"}:                                  {poddisruptionbudget.Strategy, decodeBuiltIn},
	{Group: "rbac.authorization.k8s.io", Kind: "ClusterRole"}:                       {clusterrole.Strategy, decodeBuiltIn},
	{Group: "rbac.authorization.k8s.io", Kind: "ClusterRoleBinding"}:                {clusterrolebinding.Strategy, decodeBuiltIn},
	{Group: "rbac.authorization.k8s.io", Kind: "Role"}:                              {role.Strategy, decodeBuiltIn},
	{Group: "rbac.authorization.k8s.io", Kind: "RoleBinding"}:                       {rolebinding.Strategy, decodeBuiltIn},
	{Group: "scheduling.k8s.io", Kind: "PriorityClass"}:                             {priorityclass.Strategy, decodeBuiltIn},
	{Group: "storage.k8s.io", Kind: "CSIDriver"}:                                    {csidriver.Strategy, decodeBuiltIn},
	{Group: "storage.k8s.io", Kind: "StorageClass"}:                                 {storageclass.Strategy, decodeBuiltIn},
	{Group: "apiextensions.k8s.io", Kind: "CustomResourceDefinition"}:               {customresourcedefinition.NewStrategy(others), decodeOther},
	{Group: "apiregistration.k8s.io", Kind: "APIService"}:                           {apiservice.NewStrategy(others), decodeOther},
}
