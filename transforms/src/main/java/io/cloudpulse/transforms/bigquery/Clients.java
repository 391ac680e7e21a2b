package io.cloudpulse.transforms.bigquery;

import com.google.api.client.googleapis.javanet.GoogleNetHttpTransport;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.gax.core.CredentialsProvider;
import com.google.api.gax.core.FixedCredentialsProvider;
import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.grpc.InstantiatingGrpcChannelProvider;
import com.google.api.services.bigquery.Bigquery;
import com.google.api.services.bigquery.BigqueryScopes;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.cloud.bigquery.storage.v1.BigQueryReadClient;
import com.google.cloud.bigquery.storage.v1.BigQueryReadSettings;
import com.google.cloud.bigquery.storage.v1.BigQueryWriteClient;
import com.google.cloud.bigquery.storage.v1.BigQueryWriteSettings;
import com.google.cloud.bigquery.storage.v1.StreamWriter;
import com.google.cloud.bigquery.storage.v1.WriteStream;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;

/** Opens Google's clients on an address. */
final class Clients {
  private static final String WE = "cloud-pulse";

  /** Shown in BigQuery's own metrics of who wrote; it takes two parts only. */
  private static final String TRACE = WE + ":sink";

  private final BigQueryAddress address;

  Clients(BigQueryAddress address) {
    this.address = address;
  }

  /**
   * The REST API.
   *
   * @param patience how long it waits for a connection, and then for an answer
   * @throws IOException if there are no credentials
   */
  Bigquery rest(Duration patience) throws IOException {
    HttpRequestInitializer credentials = isPlain() ? request -> {} : adapter();
    int millis = Math.toIntExact(patience.toMillis());
    try {
      Bigquery.Builder builder =
          new Bigquery.Builder(
              GoogleNetHttpTransport.newTrustedTransport(),
              GsonFactory.getDefaultInstance(),
              request -> {
                credentials.initialize(request);
                request.setConnectTimeout(millis).setReadTimeout(millis);
              });
      if (!address.isGoogle()) {
        builder.setRootUrl(address.rest() + "/");
      }
      return builder.setApplicationName(WE).build();
    } catch (GeneralSecurityException unusable) {
      throw new IOException(unusable);
    }
  }

  /** The Storage Write API, for rows of one kind into one stream. */
  StreamWriter.Builder writer(String stream) throws IOException {
    InstantiatingGrpcChannelProvider.Builder channel =
        BigQueryWriteSettings.defaultGrpcTransportProviderBuilder();
    return StreamWriter.newBuilder(stream)
        .setChannelProvider(reaching(channel).build())
        .setCredentialsProvider(credentials())
        .setTraceId(TRACE);
  }

  /** The Storage Read API. */
  BigQueryReadClient reader() throws IOException {
    InstantiatingGrpcChannelProvider.Builder channel =
        BigQueryReadSettings.defaultGrpcTransportProviderBuilder();
    return BigQueryReadClient.create(
        BigQueryReadSettings.newBuilder()
            .setTransportChannelProvider(reaching(channel).build())
            .setCredentialsProvider(credentials())
            .build());
  }

  /**
   * A stream of one writer's own, whose rows can be read as soon as they are answered for, each
   * once.
   *
   * @return its name
   */
  String newStream(BigQueryTable table) throws IOException {
    try (BigQueryWriteClient client =
        BigQueryWriteClient.create(
            BigQueryWriteSettings.newBuilder()
                .setTransportChannelProvider(
                    reaching(BigQueryWriteSettings.defaultGrpcTransportProviderBuilder()).build())
                .setCredentialsProvider(credentials())
                .build())) {
      return client
          .createWriteStream(
              table.resource(),
              WriteStream.newBuilder().setType(WriteStream.Type.COMMITTED).build())
          .getName();
    }
  }

  private InstantiatingGrpcChannelProvider.Builder reaching(
      InstantiatingGrpcChannelProvider.Builder channel) {
    if (!address.isGoogle()) {
      channel.setEndpoint(URI.create(address.grpc()).getAuthority());
    }
    if (isPlain()) {
      channel.setChannelConfigurator(plain -> plain.usePlaintext());
    }
    return channel;
  }

  private CredentialsProvider credentials() throws IOException {
    return isPlain() ? NoCredentialsProvider.create() : FixedCredentialsProvider.create(we());
  }

  private static HttpRequestInitializer adapter() throws IOException {
    return new HttpCredentialsAdapter(we());
  }

  private static GoogleCredentials we() throws IOException {
    return GoogleCredentials.getApplicationDefault().createScoped(BigqueryScopes.BIGQUERY);
  }

  private boolean isPlain() {
    return address.rest().startsWith(BigQueryAddress.PLAIN);
  }
}
