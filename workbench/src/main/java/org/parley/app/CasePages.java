package org.parley.app;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.parley.cli.export.TableCommand;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.exchange.tables.TableFormat;
import org.parley.intake.Texts;
import org.parley.model.cases.CaseView;
import org.parley.web.WebServer;
import org.parley.web.export.ExportAddress;
import org.parley.web.export.PageTables;
import org.parley.web.service.CaseService;
import org.parley.web.view.OpenCase;

/// The pages of a case, for a command. They are served on this machine for one request, so that a
/// table is the one that a browser would get.
final class CasePages implements TableCommand.PageSource {

  private static final int OK = 200;
  private static final int LEAST_UNCERTAIN = 300;

  private final ReferenceShelf shelf;

  /// @param shelf the copies of collections about other agreements
  CasePages(ReferenceShelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public List<String> tables(CaseView view, String address, String language) throws IOException {
    String page = new String(get(view, waiting(address), language), StandardCharsets.UTF_8);
    return PageTables.of(page).names();
  }

  @Override
  public byte[] table(
      CaseView view, String address, String table, TableFormat format, String language)
      throws IOException {
    return get(view, ExportAddress.of(address).table(table, format), language);
  }

  /// The page, once the work on it is done.
  private static String waiting(String address) {
    return address + (address.indexOf('?') < 0 ? "?" : "&") + "wait=true";
  }

  private byte[] get(CaseView view, String address, String language) throws IOException {
    CaseService.CaseAccess opened = new CaseService.CaseAccess.Opened(new OpenCase(view));
    try (WebServer server = WebServer.start(_ -> opened, Texts.offline(), shelf, 0);
        HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> answer =
          client.send(request(server, address, language), HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() >= LEAST_UNCERTAIN || answer.statusCode() < OK) {
        throw new TableCommand.NoSuchTable(reason(answer));
      }
      return answer.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("while a page was made");
    }
  }

  private static HttpRequest request(WebServer server, String address, String language)
      throws IOException {
    try {
      return HttpRequest.newBuilder(
              URI.create(server.address().resolve("/") + address.substring(1)))
          .header("Accept-Language", language)
          .build();
    } catch (IllegalArgumentException e) {
      throw new TableCommand.NoSuchTable(
          "\"" + address + "\" is no address. Maybe copy it from a browser, without the host.");
    }
  }

  private static String reason(HttpResponse<byte[]> answer) {
    String page = new String(answer.body(), StandardCharsets.UTF_8);
    return PageTables.of(page).problem();
  }
}
