package org.parley.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import org.eclipse.jetty.server.LocalConnector;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.web.access.Authenticator;
import org.parley.web.publish.PublicationSite;
import org.parley.web.publish.SiteSource;
import org.parley.web.service.CaseService;
import org.parley.wording.Language;

/// The pages of a case as the public gets them, asked for within this program.
///
/// It is the server itself, with all its routes and their guards, which opens no port. So what it
/// answers is what browsers are answered. A request is handed to the routes in the thread that
/// asks, and never becomes HTTP. Thread-safe.
public final class InProcessServer implements SiteSource, AutoCloseable {

  private final PublicationSite site;
  private final Language language;
  private final WebServer server;

  private InProcessServer(CaseService service, PublicationSite site, Language language) {
    this.site = site;
    this.language = language;
    this.server =
        WebServer.inProcess(
            service,
            ReferenceShelf.none(),
            Authenticator.publication(site.isSecure(), site.base()),
            (jetty, _) -> new LocalConnector(jetty));
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
    InProcessRequest request =
        new InProcessRequest(
            site.base() + address,
            site.isSecure(),
            Map.of("Host", site.host(), "Accept-Language", language.tag(), "Accept", accept));
    InProcessResponse response = new InProcessResponse();
    try {
      server.servlet().service(request, response);
    } catch (ServletException e) {
      throw new IOException("asking for " + address, e);
    }
    return new Answer(response.getStatus(), response.getContentType(), response.body());
  }

  @Override
  public void close() {
    server.close();
  }
}
