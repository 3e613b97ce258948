package org.parley.web.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.model.Cases;
import org.parley.model.Viewer;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.web.InProcessServer;
import org.parley.web.PublicSite;
import org.parley.wording.Language;

/// A record that is left out of a site says nothing that the page of its claim does not say.
@NullMarked
class RepeatedRecordsLawTest {

  private static final int CASES = Effort.of(6, 60);

  private static final Set<String> OTHERWISE_WORDED =
      Set.of("It says the matter is", "About", "Said in public, or behind closed doors");

  private int compared;

  @Test
  void thePageOfAClaimSaysAllThatItsRecordSays() throws IOException {
    for (long seed = 1; seed <= CASES; seed++) {
      hold(Cases.of(seed).viewFor(new Viewer.Public()));
    }
    assertTrue(compared >= CASES, compared + " compared");
  }

  private void hold(CaseView view) throws IOException {
    PublicSite open =
        PublicSite.of(view, null, "https://example.org/talks", LocalDate.of(2026, 3, 1));
    RepeatedRecords repeated = new RepeatedRecords(view);
    try (InProcessServer server =
        InProcessServer.start(open.service(), open.site(), Language.current())) {
      for (Claim each : view.claims()) {
        PublishedAddress record = PublishedAddress.of("/record/" + each.id().value());
        PublishedAddress once = repeated.once(record);
        if (!once.equals(record)) {
          assertEquals(new PublishedAddress("/claims/" + each.id().value(), Map.of()), once);
          hold(page(server, record), page(server, once));
          compared++;
        }
      }
    }
  }

  private static void hold(Document record, Document claim) {
    String said = folded(claim);
    List<String> links = claim.select("main a").eachAttr("href");
    for (Element each : record.select("main > dl.facts > div > dd")) {
      Element label = Objects.requireNonNull(each.previousElementSibling());
      if (!each.select("a").isEmpty()) {
        for (Element link : each.select("a")) {
          boolean isSaid = links.contains(link.attr("href")) || said.contains(folded(link));
          assertTrue(isSaid, () -> link + " is not in " + said);
        }
      } else if (!OTHERWISE_WORDED.contains(label.text())) {
        String words = folded(each);
        assertTrue(said.contains(words), () -> words + " is not in " + said);
      }
    }
    assertEquals(List.of(), record.select("#mentions-h, #history-h, #comments").eachText());
  }

  private static String folded(Element element) {
    return element.text().strip().toLowerCase(Locale.ROOT);
  }

  private static Document page(InProcessServer server, PublishedAddress address)
      throws IOException {
    return Jsoup.parse(
        new String(server.get(address.asked(), "text/html").body(), StandardCharsets.UTF_8));
  }
}
