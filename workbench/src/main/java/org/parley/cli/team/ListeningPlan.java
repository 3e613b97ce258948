package org.parley.cli.team;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a team server is reached, and by whom.
///
/// @param host the address of the interface to listen on
/// @param basePath the path that a proxy serves everything under; empty for none
/// @param names the names browsers know the server by
/// @param tlsCertificate the certificate and its chain, as PEM
/// @param tlsKey its private key, as PEM
/// @param behindProxy whether a proxy in front speaks TLS
/// @param proxies the addresses of trusted proxies
/// @param open whether anyone may see what is public
/// @param framingSites the origins of sites that may show frames
public record ListeningPlan(
    String host,
    int port,
    String basePath,
    List<String> names,
    @Nullable Path tlsCertificate,
    @Nullable Path tlsKey,
    boolean behindProxy,
    List<String> proxies,
    boolean open,
    List<String> framingSites) {

  public ListeningPlan {
    names = List.copyOf(names);
    proxies = List.copyOf(proxies);
    framingSites = List.copyOf(framingSites);
  }
}
