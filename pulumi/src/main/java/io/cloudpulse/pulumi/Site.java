package io.cloudpulse.pulumi;

import com.pulumi.gcp.projects.Service;
import com.pulumi.gcp.projects.ServiceArgs;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What every resource is made with: the stack's settings, its names, and Google's APIs turned on.
 */
record Site(Settings settings, Names names, List<Resource> apis) {
  private static final List<String> APIS =
      List.of(
          "artifactregistry",
          "bigquery",
          "cloudresourcemanager",
          "compute",
          "container",
          "dataflow",
          "iam",
          "monitoring",
          "pubsub",
          "secretmanager",
          "servicenetworking",
          "sqladmin",
          "storage");

  static Site of(Settings settings) {
    List<Resource> apis = APIS.stream().<Resource>map(Site::api).toList();
    return new Site(settings, new Names(settings.project(), settings.stack()), apis);
  }

  /** Others in the project may need an API that this stack needs no more: it stays on. */
  private static Service api(String name) {
    return new Service(
        name,
        ServiceArgs.builder().service(name + ".googleapis.com").disableOnDestroy(false).build());
  }

  /** For a resource that needs the APIs, and nothing else that its arguments do not name. */
  CustomResourceOptions options() {
    return after();
  }

  /** For a resource that must wait for others, though its arguments do not name them. */
  CustomResourceOptions after(Resource... others) {
    List<Resource> all = Stream.concat(apis.stream(), Arrays.stream(others)).toList();
    return CustomResourceOptions.builder().dependsOn(all).build();
  }
}
