package io.cloudpulse.transforms.pubsub;

import com.google.api.gax.core.CredentialsProvider;
import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.grpc.InstantiatingGrpcChannelProvider;
import com.google.cloud.pubsub.v1.stub.GrpcPublisherStub;
import com.google.cloud.pubsub.v1.stub.GrpcSubscriberStub;
import com.google.cloud.pubsub.v1.stub.PublisherStub;
import com.google.cloud.pubsub.v1.stub.PublisherStubSettings;
import com.google.cloud.pubsub.v1.stub.SubscriberStub;
import com.google.cloud.pubsub.v1.stub.SubscriberStubSettings;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Makes Google's clients: with credentials of the machine, or none for an emulator. */
final class PubsubClients {
  private PubsubClients() {}

  static SubscriberStub subscriber(PubsubAddress address) {
    try {
      SubscriberStubSettings.Builder settings = SubscriberStubSettings.newBuilder();
      settings.setTransportChannelProvider(
          channel(SubscriberStubSettings.defaultGrpcTransportProviderBuilder(), address));
      settings.setCredentialsProvider(
          credentials(SubscriberStubSettings.defaultCredentialsProviderBuilder().build(), address));
      return GrpcSubscriberStub.create(settings.build());
    } catch (IOException noEntry) {
      throw explained(address, noEntry);
    }
  }

  static PublisherStub publisher(PubsubAddress address) {
    try {
      PublisherStubSettings.Builder settings = PublisherStubSettings.newBuilder();
      settings.setTransportChannelProvider(
          channel(PublisherStubSettings.defaultGrpcTransportProviderBuilder(), address));
      settings.setCredentialsProvider(
          credentials(PublisherStubSettings.defaultCredentialsProviderBuilder().build(), address));
      return GrpcPublisherStub.create(settings.build());
    } catch (IOException noEntry) {
      throw explained(address, noEntry);
    }
  }

  private static InstantiatingGrpcChannelProvider channel(
      InstantiatingGrpcChannelProvider.Builder channel, PubsubAddress address) {
    if (!address.endpoint().isEmpty()) {
      channel.setEndpoint(address.host());
    }
    if (address.isEmulator()) {
      channel.setChannelConfigurator(builder -> builder.usePlaintext());
    }
    return channel.build();
  }

  private static CredentialsProvider credentials(CredentialsProvider own, PubsubAddress address) {
    return address.isEmulator() ? NoCredentialsProvider.create() : own;
  }

  private static UncheckedIOException explained(PubsubAddress address, IOException noEntry) {
    return new UncheckedIOException(
        address.place()
            + " cannot be entered: give this machine credentials of Google (gcloud auth"
            + " application-default login, or a service account), or name an emulator in the"
            + " address, as endpoint=http://127.0.0.1:8085",
        noEntry);
  }
}
