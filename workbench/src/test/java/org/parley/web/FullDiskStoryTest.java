package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Eventually;
import org.parley.store.SimulatedDisk;
import org.parley.store.Verification;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.attack.Attacks;

/// The disk of a team's journal is full for a while. Pages show what was read last, saving is put
/// off, and the server goes on without a restart.
class FullDiskStoryTest {

  @TempDir Path folder;

  private static HttpResponse<String> add(Team.Client client, String id) {
    return client.json(
        "POST",
        "/api/records/parties",
        "{\"record\": {\"id\": \"" + id + "\", \"name\": \"Late\", \"kind\": \"state\"}}");
  }

  @Test
  void pagesAreShownMeanwhileAndSavingGoesOn() throws Exception {
    AccountAuthenticator.Setting setting =
        new AccountAuthenticator.Setting(Set.of(), false, false, true);
    try (SimulatedDisk disk = SimulatedDisk.in(folder.resolve("disk"));
        Team team = new Team(disk.file("journal").toString(), SmallWorld.build(), setting)) {
      team.account("ann", "mediator", null);
      Team.Client ann = team.signedIn("ann");
      assertEquals(201, add(ann, "L0").statusCode());
      List<String> saved = new ArrayList<>(List.of("L0"));
      List<String> refused = new ArrayList<>();
      int shownMeanwhile = 0;
      disk.fill();
      for (int i = 0; i < 20 || (refused.size() < 6 && i < 500); i++) {
        // a little room: opening the file again lays it out more tightly, and old gaps are used
        // again
        HttpResponse<String> answer = add(ann, "F" + i);
        if (answer.statusCode() == 201) {
          saved.add("F" + i);
        } else {
          assertEquals(503, answer.statusCode(), answer.body());
          assertTrue(answer.headers().firstValue("Retry-After").isPresent());
          refused.add("F" + i);
        }
        for (String page : List.of("/", "/claims", "/parties/L0", "/api/records/parties/L0")) {
          HttpResponse<String> shown = ann.get(page);
          assertEquals(200, shown.statusCode(), page + " " + shown.body());
          shownMeanwhile++;
        }
      }
      assertTrue(refused.size() > 5, refused.size() + " were refused");
      Attacks.assertCounted(
          "reads and writes on a full disk", shownMeanwhile + saved.size() + refused.size());
      disk.makeRoom();
      Eventually.holds("room", () -> add(ann, "L1").statusCode() == 201);
      for (String each : refused) {
        assertEquals(404, ann.get("/api/records/parties/" + each).statusCode(), each);
      }
      for (String each : saved) {
        assertEquals(200, ann.get("/api/records/parties/" + each).statusCode(), each);
      }
      assertInstanceOf(Verification.Intact.class, team.journal.verify(null));
      HttpResponse<String> audit = ann.get("/audit");
      assertTrue(
          audit.body().contains("/api/records/parties"), () -> "WRONG " + audit.statusCode());
    }
  }
}
