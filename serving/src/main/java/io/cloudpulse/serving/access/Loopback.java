package io.cloudpulse.serving.access;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells who asks from this machine, and means to. */
final class Loopback {
  /** Whoever stands behind a proxy on this machine is not on this machine. */
  private static final List<String> OF_PROXIES =
      List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

  /** A page of another site that has its own name point here sends that name. */
  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  private Loopback() {}

  static boolean isHere(Context request) {
    return isLoopback(request.req().getRemoteAddr())
        && OF_PROXIES.stream().allMatch(name -> request.header(name) == null)
        && NAMES.contains(request.req().getServerName().toLowerCase(Locale.ROOT));
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException noAddress) {
      return false;
    }
  }
}
