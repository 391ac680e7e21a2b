package io.cloudpulse.pulumi;

import com.pulumi.core.Output;
import com.pulumi.gcp.artifactregistry.Repository;
import com.pulumi.gcp.artifactregistry.RepositoryArgs;
import com.pulumi.gcp.artifactregistry.inputs.RepositoryDockerConfigArgs;

/** Where images are: of the Flex Template, and of Spark and Flink for Kubernetes. */
record Registry(Repository images, Output<String> address) {

  static Registry in(Site site) {
    String id = site.names().of("images");
    Repository images =
        new Repository(
            "images",
            RepositoryArgs.builder()
                .repositoryId(id)
                .location(site.settings().region())
                .format("DOCKER")
                // A tag of prod means the same tomorrow as today.
                .dockerConfig(
                    RepositoryDockerConfigArgs.builder()
                        .immutableTags(site.settings().protect())
                        .build())
                .labels(site.names().labels())
                .build(),
            site.options());
    return new Registry(
        images,
        Output.format(
            "%s-docker.pkg.dev/%s/%s",
            site.settings().region(), site.settings().project(), images.repositoryId()));
  }
}
