package io.cloudpulse.transforms.elasticsearch;

import io.cloudpulse.transforms.Secrets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** TLS that trusts the certificates of one PEM text and no others. */
final class TrustedAuthority {
  private TrustedAuthority() {}

  static SSLContext context(String authority) {
    try {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      byte[] pem = pem(authority).getBytes(StandardCharsets.US_ASCII);
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(pem))) {
        trusted.setCertificateEntry("ca" + trusted.size(), certificate);
      }
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException wrong) {
      throw new IllegalStateException(
          "ca=" + authority + " must name PEM certificates, on every worker: " + wrong.getMessage(),
          wrong);
    }
  }

  private static String pem(String authority) throws IOException {
    return Secrets.isName(authority)
        ? Secrets.resolve(authority)
        : Files.readString(Path.of(authority));
  }
}
