package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.parley.Eventually;
import org.parley.store.DatabaseAddress;
import org.parley.store.PostgresServer;
import org.parley.web.WebClient;

/// Two servers keep a case that Ann may not see. It is answered as one that there is not, by the
/// server that leads and by the one that forwards, and opened by neither.
@Timeout(300)
class CasesNodesSecrecyLawTest {

  private static final List<String> METHODS = List.of("GET", "POST", "DELETE");

  @Test
  void aHiddenCaseIsAnsweredAsOneThatThereIsNotAtBoth() throws Exception {
    DatabaseAddress place = DatabaseAddress.of(PostgresServer.shared().database());
    try (CasesWorld leader =
        new CasesWorld.Plan()
            .person("ann")
            .person("bo")
            .hosts("river", CasesWorld.river("The river", "upper"))
            .hosts("alpha", CasesWorld.river("Alpha", "secret"))
            .role("river", "ann", "mediator", "")
            .role("alpha", "bo", "mediator", "")
            .serve(place)) {
      awaitReady(leader);
      try (CasesWorld follower = leader.beside()) {
        awaitReady(follower);
        // what is hidden is worked on meanwhile: news of it are heard at both
        assertEquals(200, leader.as("bo").get("/cases/alpha/").statusCode());
        List<String> paths = CasesSecrecyLawTest.addresses(leader, "alpha");
        for (CasesWorld world : List.of(leader, follower)) {
          for (WebClient client :
              List.of(world.as("ann"), world.nobody(), world.program(leader.token("river")))) {
            client.isPatient = true;
            for (int i = 0; i < paths.size(); i++) {
              String method = METHODS.get(i % METHODS.size());
              assertEquals(
                  answer(client, method, paths.get(i).replace("/alpha", "/omega"), "omega"),
                  answer(client, method, paths.get(i), "alpha"),
                  method + " " + paths.get(i));
            }
          }
        }
        assertTrue(
            follower.running.hosted().useIfOpen("alpha").isEmpty(),
            "a refused request opens no case");
      }
    }
  }

  private static void awaitReady(CasesWorld world) throws Exception {
    Eventually.holds("it is ready", () -> world.nobody().get("/healthz/ready").statusCode() == 200);
  }

  private static String answer(WebClient client, String method, String path, String id) {
    return CasesSecrecyLawTest.told(CasesSecrecyLawTest.ask(client, method, path))
        .replace(id, "CASE");
  }
}
