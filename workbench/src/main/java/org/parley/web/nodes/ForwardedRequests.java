package org.parley.web.nodes;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.HostPort;
import org.jspecify.annotations.Nullable;

/// Has a request that another server forwarded look as it looked there: the same host and the same
/// client.
///
/// A forwarded request carries the secret of this server, which is in the database. So it comes
/// from a program that can read the database. Other requests stay as they are.
public final class ForwardedRequests implements HttpConfiguration.Customizer {

  /// Carries the secret of the server it is forwarded to.
  static final String SECRET = "Parley-Forwarded";

  /// Carries the host that the client asked.
  static final String HOST = "Parley-Host";

  /// Carries the address of the client.
  static final String CLIENT = "Parley-Client";

  /// The attribute of a request that was forwarded.
  static final String MARK = "parley.forwarded";

  private static final long LONGEST_DRAINED = 1L << 30;

  private final byte[] secret;

  public ForwardedRequests(String secret) {
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    HttpFields headers = request.getHeaders();
    String given = headers.get(SECRET);
    String host = headers.get(HOST);
    String client = headers.get(CLIENT);
    if (given == null
        || host == null
        || client == null
        || !MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), secret)) {
      return request;
    }
    return new Forwarded(request, host, client);
  }

  /// Reads what is left of a forwarded body. The server that forwards it is still sending. An
  /// answer before the end would break the connection, and be lost.
  static void drain(Context ctx) {
    if (ctx.req().getAttribute(MARK) != null) {
      try {
        ctx.req().getInputStream().skip(LONGEST_DRAINED);
      } catch (IOException _) {
        // then nobody waits for the answer
      }
    }
  }

  private static final class Forwarded extends Request.Wrapper {

    private final HttpFields headers;
    private final HttpURI address;
    private final ConnectionMetaData connection;

    Forwarded(Request request, String host, String client) {
      super(request);
      HttpFields.Mutable own = HttpFields.build(request.getHeaders());
      own.remove(SECRET);
      own.remove(HOST);
      own.remove(CLIENT);
      own.put(new HttpField("Host", host));
      headers = own.asImmutable();
      HostPort asked = new HostPort(host);
      address =
          HttpURI.build(request.getHttpURI())
              .authority(asked.getHost(), asked.getPort())
              .asImmutable();
      SocketAddress from = InetSocketAddress.createUnresolved(client, 0);
      connection =
          new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
            @Override
            public @Nullable SocketAddress getRemoteSocketAddress() {
              return from;
            }
          };
      request.setAttribute(MARK, true);
    }

    @Override
    public HttpURI getHttpURI() {
      return address;
    }

    @Override
    public HttpFields getHeaders() {
      return headers;
    }

    @Override
    public ConnectionMetaData getConnectionMetaData() {
      return connection;
    }
  }
}
