package org.parley.web;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.web.access.Authenticator;
import org.parley.web.publish.PublicationSite;
import org.parley.web.publish.SiteSource;
import org.parley.web.service.CaseService;
import org.parley.wording.Language;

/// The pages of a case as the public gets them, asked for within this program.
///
/// It is the server itself, with all its routes, behind a connector that opens no port. So what it
/// answers is what browsers are answered. A request is answered in the thread that asks.
/// Thread-safe.
public final class InProcessServer implements SiteSource, AutoCloseable {

  private static final long LONGEST_SECONDS = 300;
  private static final String TYPE = "Content-Type:";
  private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};

  private final PublicationSite site;
  private final Language language;
  private final WebServer server;
  private @Nullable CallerConnector connector;

  private InProcessServer(CaseService service, PublicationSite site, Language language) {
    this.site = site;
    this.language = language;
    this.server =
        WebServer.inProcess(
            service,
            ReferenceShelf.none(),
            Authenticator.publication(site.isSecure(), site.base()),
            (jetty, http) ->
                connector = new CallerConnector(jetty, new HttpConnectionFactory(http)));
  }

  /// A connector whose requests are answered in the thread that sends them, so that none is handed
  /// over twice.
  private static final class CallerConnector extends LocalConnector {

    CallerConnector(Server server, ConnectionFactory factory) {
      super(server, null, null, null, 1, factory);
    }

    /// The thread of Jetty that would accept waits until it is interrupted at the end.
    @Override
    protected void accept(int acceptor) throws InterruptedException {
      new CountDownLatch(1).await();
    }

    /// A connection that is accepted. One is accepted at a time, so each thread has its own.
    synchronized LocalEndPoint accepted() throws InterruptedException {
      LocalEndPoint end = connect();
      super.accept(0);
      return end;
    }
  }

  /// Starts it.
  ///
  /// @param site where the answers are published
  /// @param language of the answers
  public static InProcessServer start(
      CaseService service, PublicationSite site, Language language) {
    return new InProcessServer(service, site, language);
  }

  @Override
  public Answer get(String address, String accept) throws IOException {
    // of HTTP 1.0, an answer ends with its connection and is not in chunks
    String request =
        "GET %s HTTP/1.0\r\nHost: %s\r\nAccept-Language: %s\r\nAccept: %s\r\n\r\n"
            .formatted(site.base() + address, site.host(), language.tag(), accept);
    try (LocalConnector.LocalEndPoint end = connection().accepted()) {
      end.addInput(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
      return read(end.waitForResponse(false, LONGEST_SECONDS, TimeUnit.SECONDS), address);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("while a page was made");
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("asking for " + address, e);
    }
  }

  private CallerConnector connection() {
    CallerConnector own = connector;
    if (own == null) {
      throw new IllegalStateException("the server has no connector");
    }
    return own;
  }

  private static Answer read(@Nullable ByteBuffer buffer, String address) throws IOException {
    if (buffer == null) {
      throw new IOException("no answer from " + address);
    }
    byte[] all = new byte[buffer.remaining()];
    buffer.get(all);
    int end = endOfHead(all);
    String head = new String(all, 0, end, StandardCharsets.ISO_8859_1);
    List<String> lines = head.lines().toList();
    String type =
        lines.stream()
            .filter(each -> each.regionMatches(true, 0, TYPE, 0, TYPE.length()))
            .map(each -> each.substring(TYPE.length()).strip())
            .findFirst()
            .orElse(null);
    byte[] body = Arrays.copyOfRange(all, end + END_OF_HEAD.length, all.length);
    return new Answer(Integer.parseInt(lines.getFirst().substring(9, 12)), type, body);
  }

  /// The index of the empty line before the body.
  private static int endOfHead(byte[] all) throws IOException {
    for (int at = 0; at + END_OF_HEAD.length <= all.length; at++) {
      if (Arrays.equals(all, at, at + END_OF_HEAD.length, END_OF_HEAD, 0, END_OF_HEAD.length)) {
        return at;
      }
    }
    throw new IOException("an answer without a head");
  }

  @Override
  public void close() {
    server.close();
  }
}
