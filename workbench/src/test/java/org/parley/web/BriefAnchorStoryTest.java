package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.store.Anchor;

/// A mediator's briefing ends with what the journal ended with, to be compared later.
class BriefAnchorStoryTest {

  @TempDir Path folder;

  private static String pdf(Team.Client client) throws Exception {
    HttpResponse<byte[]> answer =
        WebClient.HTTP.send(
            client.request("/brief.pdf").GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    assertEquals(200, answer.statusCode());
    try (PDDocument document = Loader.loadPDF(answer.body())) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
    }
  }

  @Test
  void aMediatorsBriefingHasAnAnchorThatVerifies() throws Exception {
    try (Team team = new Team(folder, SmallWorld.build(), false)) {
      team.account("ann", "mediator", null);
      team.account("dee", "delegation", "A");
      team.account("gone", "delegation", "X");
      Team.Client ann = team.signedIn("ann");
      Team.Client dee = team.signedIn("dee");
      String page = ann.get("/brief").body();
      Anchor anchor = team.journal.anchor();
      assertTrue(page.contains("Entries " + anchor.entries() + ":"), page);
      assertTrue(page.contains(anchor.hash()), page);
      assertTrue(pdf(ann).contains(anchor.hash()), "the PDF has the same");
      String row = page.replaceAll("(?s).*Accounts and audit (\\d+).*?([0-9a-f]{64}).*", "$1 $2");
      assertTrue(team.people.has(row.split(" ")[1]), "a row of the audit has this hash: " + row);

      assertFalse(dee.get("/brief").body().contains("Anchor of"));
      assertFalse(pdf(dee).contains("Anchorof"));

      String left = team.signedIn("gone").get("/brief").body();
      assertTrue(left.contains("For the delegation of X only"), "its party is not in the case");

      ann.json(
          "POST",
          "/api/records/parties",
          "{\"record\": {\"id\": \"L1\", \"name\": \"Late\", \"kind\": \"state\"}}");
      String later = ann.get("/brief").body();
      assertFalse(later.contains(anchor.hash()), "it moves with the journal");
      assertTrue(later.contains(team.journal.anchor().hash()));
    }
  }
}
