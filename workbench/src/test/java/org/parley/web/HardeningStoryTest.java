package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.service.CaseService;

/// A server that is new, or that fails in the middle of an answer, gives nothing away.
@NullMarked
class HardeningStoryTest {

  private static final String CASE =
      """
      case:
        title: The river
      parties:
        - id: A
          name: Upper
          kind: state
      """;

  private static final String FAULT = "no route to the vault at 10.0.0.9";

  @TempDir Path folder;

  private Team team(AccountAuthenticator.Setting setting, AtomicBoolean fails) throws Exception {
    String journal = folder.resolve("journal").toString();
    return new Team(
        journal, journal, Team.caseOf(CASE), setting, service -> failing(service, fails));
  }

  private static AccountAuthenticator.Setting behindProxy(boolean isBehind) {
    return new AccountAuthenticator.Setting(Set.of("parley.example.org"), false, isBehind, false);
  }

  /// The same service, which cannot read the case at times.
  private static CaseService failing(CaseService service, AtomicBoolean fails) {
    return failing(service, fails, new IllegalStateException(FAULT));
  }

  private static CaseService failing(
      CaseService service, AtomicBoolean fails, RuntimeException fault) {
    return (CaseService)
        Proxy.newProxyInstance(
            CaseService.class.getClassLoader(),
            new Class<?>[] {CaseService.class},
            (_, method, arguments) -> {
              if (fails.get() && method.getName().equals("read")) {
                throw fault;
              }
              try {
                return method.invoke(service, arguments);
              } catch (InvocationTargetException e) {
                throw Objects.requireNonNull(e.getCause());
              }
            });
  }

  /// The server waited for something else and read the rest of the request too late.
  @Test
  void aRequestThatWasReadTooLateIsNoFaultOfTheProgram() throws Exception {
    AtomicBoolean fails = new AtomicBoolean();
    RuntimeException late =
        new UncheckedIOException(new IOException(new TimeoutException("Idle timeout expired")));
    String journal = folder.resolve("journal").toString();
    try (Team team =
        new Team(
            journal,
            journal,
            Team.caseOf(CASE),
            behindProxy(false),
            service -> failing(service, fails, late))) {
      team.account("ann", "mediator", null);
      Team.Client ann = team.inSession("ann");
      fails.set(true);
      for (String path : List.of("/", "/api/claims")) {
        assertEquals(408, ann.get(path).statusCode(), path);
      }
    }
  }

  @Test
  void whatFailedStandsInTheLogAlone() throws Exception {
    AtomicBoolean fails = new AtomicBoolean();
    try (Team team = team(behindProxy(false), fails)) {
      team.account("ann", "mediator", null);
      Team.Client ann = team.inSession("ann");
      fails.set(true);
      for (String path : List.of("/", "/claims", "/api/claims", "/export/claims.csv")) {
        HttpResponse<String> answer = ann.get(path);
        assertEquals(500, answer.statusCode(), path);
        for (String told : List.of(FAULT, "IllegalState", "org.parley", "Exception")) {
          assertFalse(answer.body().contains(told), () -> path + " tells " + told);
        }
      }
      fails.set(false);
      assertEquals(200, ann.get("/").statusCode(), "it goes on");
    }
  }

  @Test
  void aNewServerHasNoAccount() throws Exception {
    try (Team team = team(behindProxy(false), new AtomicBoolean())) {
      assertEquals(List.of(), team.people.list());
      assertEquals(List.of(), team.people.listTokens());
      for (String name : List.of("admin", "root", "parley")) {
        assertEquals(401, team.nobody().signIn(name, name).statusCode(), name);
      }
    }
  }

  /// For a year, and for names below the host as well.
  @Test
  void browsersAreToldToKeepToTls() throws Exception {
    try (Team team = team(behindProxy(true), new AtomicBoolean())) {
      assertEquals(
          "max-age=31536000; includeSubDomains",
          team.nobody()
              .get("/sign-in")
              .headers()
              .firstValue("Strict-Transport-Security")
              .orElse(""));
    }
  }
}
