package org.parley.app;

import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.parley.oidc.OidcPlan;
import org.parley.oidc.TestProvider;
import org.parley.store.DatabaseAddress;
import org.parley.store.people.Accounts;
import org.parley.store.people.TestAccounts;
import org.parley.web.WebClient;

/// A server of one case, whose people sign in with their accounts at a ministry. Ann mediates, with
/// a password.
@NullMarked
final class OidcWorld implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
  static final String PASSWORD = "correct horse battery";

  final TestProvider provider;
  final TeamServer running;

  private OidcWorld(TestProvider provider, TeamServer running) {
    this.provider = provider;
    this.running = running;
  }

  /// Serves the case.
  static OidcWorld serve(Path folder, TestProvider provider, OidcPlan plan) throws Exception {
    return new OidcWorld(provider, serve(folder, plan, 0));
  }

  /// Serves the case at a port.
  static TeamServer serve(Path folder, OidcPlan plan, int port) throws Exception {
    Path contents = Files.createDirectories(folder.resolve("case"));
    Files.writeString(contents.resolve("case.yaml"), CasesWorld.river("The river", "upper"));
    Path database = folder.resolve("team");
    try (Accounts people = Accounts.inFile(database)) {
      TestAccounts.put(people, "ann", "mediator", null, PASSWORD, Instant.EPOCH);
    }
    return (TeamServer)
        TeamServer.serve(
            TestPlan.with(
                TestPlan.of(
                    DatabaseAddress.ofFile(database),
                    contents,
                    TestPlan.listening(port, "", List.of(), false)),
                plan),
            new PrintWriter(Writer.nullWriter()),
            Map.of());
  }

  Accounts people() {
    return running.people();
  }

  /// A browser without a session.
  WebClient browser() {
    return new WebClient(running.server());
  }

  /// Where a browser is sent that begins to sign in.
  static URI begin(WebClient browser) {
    HttpResponse<String> answer = browser.get("/sign-in/oidc");
    return URI.create(answer.headers().firstValue("Location").orElseThrow());
  }

  /// Brings a browser back from the provider.
  static HttpResponse<String> end(WebClient browser, URI back) {
    return browser.get(back.getRawPath() + "?" + back.getRawQuery());
  }

  /// Signs in whoever signs in next at the provider.
  HttpResponse<String> signIn(WebClient browser) {
    return end(browser, provider.authorize(begin(browser)));
  }

  @Override
  public void close() {
    running.close();
    provider.close();
  }
}
