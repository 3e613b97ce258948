package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Eventually;
import org.parley.cli.Cli;
import org.parley.cli.OpenCommand;

/// A case is opened, looked at, edited and looked at again.
class OpenStoryTest {

  private static final String CASE =
      """
      case:
        title: The river treaty
      parties:
        - {id: A, name: Arda, kind: state}
        - {id: B, name: Brenn, kind: state}
      instruments:
        - {id: treaty, title: Treaty of the river, kind: treaty, signatories: [A, B]}
      points:
        - {id: p1, number: 1, title: Peace, instrument: treaty}
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<URI> opened = new ArrayList<>();

  /// What a reader does while the pages are served.
  private interface Reader {
    void read(URI address) throws Exception;
  }

  private int open(Path example, Reader reader, String... arguments) {
    OpenCommand command =
        new OpenCommand(
            (folder, port, _) -> {
              LocalWorkbench running = LocalWorkbench.serve(folder, port, Map.of());
              return new OpenCommand.Running() {
                @Override
                public URI address() {
                  return running.address();
                }

                @Override
                public void await() throws InterruptedException {
                  try {
                    running.awaitCase();
                    reader.read(running.address());
                  } catch (InterruptedException e) {
                    throw e;
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                }

                @Override
                public void close() {
                  running.close();
                }
              };
            },
            opened::add,
            example,
            Map.of());
    return new Cli(List.of(command), List.of("open"), Map.of())
        .printingTo(new PrintWriter(out, true), new PrintWriter(err, true))
        .run(arguments);
  }

  private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void theExampleIsOpenedWhereNoCaseIsNamed(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("case.yaml"), CASE);
    int code =
        open(folder, address -> assertTrue(get(address).body().contains("The river treaty")));
    assertEquals(0, code, err.toString());
    assertTrue(out.toString().contains("http://127.0.0.1:"), out.toString());
    assertEquals(1, opened.size());
  }

  @Test
  void pagesFollowTheFiles(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("case.yaml"), CASE);
    int code =
        open(
            folder,
            address -> {
              assertEquals(200, get(address).statusCode());
              edit(file, CASE.replace("instrument: treaty", "instrument: treatty"));
              HttpResponse<String> broken =
                  Eventually.get(
                      "page that says what is broken",
                      () -> Optional.of(get(address)).filter(each -> each.statusCode() == 503));
              assertTrue(broken.body().contains("case.yaml:9:"), broken.body());
              assertTrue(broken.body().contains("treaty"), broken.body());
              edit(file, CASE.replace("Peace", "Lasting peace"));
              Eventually.holds(
                  "page as it was edited", () -> get(address).body().contains("Lasting peace"));
            },
            "open",
            "--no-browser");
    assertEquals(0, code, err.toString());
    assertTrue(opened.isEmpty());
  }

  /// Edits a file so that its time differs, however coarse the clock of the disk.
  private static void edit(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(text.length())));
  }

  @Test
  void whatCannotBeOpenedIsSaid(@TempDir Path folder) throws IOException {
    assertEquals(66, open(folder, _ -> {}, "open", folder.resolve("nowhere").toString()));
    assertTrue(err.toString().contains("There is no folder"), err.toString());
    assertEquals(2, open(folder, _ -> {}, "open", "--port", "70000"));
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int code = open(folder, _ -> {}, "open", "--port", Integer.toString(taken.getLocalPort()));
      assertEquals(69, code);
      assertTrue(err.toString().contains("is in use"), err.toString());
    }
  }

  @Test
  void aBrowserIsOpenedOnlyWhereThereIsADesktop() {
    URI address = URI.create("http://127.0.0.1:7171/");
    assertEquals(Optional.empty(), new Browser(Map.of()).command("Linux", address));
    assertEquals(
        Optional.of(List.of("xdg-open", "http://127.0.0.1:7171/")),
        new Browser(Map.of("DISPLAY", ":0")).command("Linux", address));
    assertEquals(
        Optional.of(List.of("open", "http://127.0.0.1:7171/")),
        new Browser(Map.of()).command("Mac OS X", address));
  }
}
