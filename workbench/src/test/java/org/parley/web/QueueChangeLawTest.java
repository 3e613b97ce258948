package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Eventually;

/// A decision is answered with what changes on the page: put into the page before, that makes the
/// page after.
class QueueChangeLawTest {

  private static final String SWAP = "data-hx-swap-oob";

  @TempDir Path folder;

  @Test
  void theChangesMakeThePageThatIsAskedForAfterwards() throws Exception {
    try (Team team = new Team(folder, Team.caseOf(Border.CASE), false)) {
      team.account("ann", "mediator", null);
      Team.Client ann = team.signedIn("ann");
      for (Morning.Story each : stories(12)) {
        ann.form(
            "/queue",
            Map.of("text", each.text(), "publisher", each.publisher(), "published", each.day()));
      }
      Eventually.holds("texts that are read", () -> page(ann).select("#progress .work").isEmpty());
      int changes = 0;
      Document before = page(ann);
      while (before.select("[data-item]").size() > 1) {
        Element item = before.select("[data-item]").get(changes % 2);
        boolean isWritten = item.select("[data-first]").size() == 1 && changes % 3 < 2;
        HttpResponse<String> answer =
            decide(ann, before, item, isWritten ? item.select("[data-first]").val() : "dismiss");
        Document after = page(ann);
        if (answer.statusCode() == 200) {
          assertEquals(
              "none settle:0ms", answer.headers().firstValue("HX-Reswap").orElse(""), "no swap");
          apply(before, Jsoup.parseBodyFragment(answer.body()));
          assertEquals(plain(after), plain(before), answer.body());
          changes++;
        } else {
          assertEquals(303, answer.statusCode());
          assertTrue(after.select("#events-h").size() < before.select("#events-h").size());
        }
        before = after;
      }
      assertTrue(changes > 4, changes + " changes");
    }
  }

  @Test
  void aPageThatIsOldIsShownAnew() throws Exception {
    try (Team team = new Team(folder, Team.caseOf(Border.CASE), false)) {
      team.account("ann", "mediator", null);
      Team.Client ann = team.signedIn("ann");
      for (Morning.Story each : stories(5)) {
        ann.form("/queue", Map.of("text", each.text(), "published", each.day()));
      }
      Eventually.holds("texts that are read", () -> page(ann).select("#progress .work").isEmpty());
      Document old = page(ann);
      List<Element> items = old.select("[data-item]");
      assertTrue(items.size() > 2, old.select("#queue").text());
      assertEquals(200, decide(ann, old, items.get(0), "dismiss").statusCode());
      assertEquals(303, decide(ann, old, items.get(1), "dismiss").statusCode());
      assertEquals(items.size() - 2, page(ann).select("[data-item]").size());
    }
  }

  /// Some stories, of as many tellings as can be.
  private static List<Morning.Story> stories(int count) {
    List<Morning.Story> all = Morning.stories();
    return IntStream.range(0, count).mapToObj(i -> all.get(i * all.size() / count)).toList();
  }

  private static Document page(Team.Client client) {
    return Jsoup.parse(client.get("/queue").body());
  }

  private static HttpResponse<String> decide(
      Team.Client client, Document page, Element item, String as) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Element each : item.select("form.decision input[name]:not([name=token])")) {
      fields.put(each.attr("name"), each.val());
    }
    fields.put("state", page.select("#queue-state").val());
    fields.put("as", as);
    return client.formByScript("/queue/decide", fields);
  }

  /// As htmx does it.
  private static void apply(Document page, Document change) {
    for (Element each : change.select("[" + SWAP + "]")) {
      String swap = each.attr(SWAP);
      each.removeAttr(SWAP);
      if (swap.equals("delete")) {
        element(page, each.id()).remove();
      } else if (swap.equals("true")) {
        element(page, each.id()).replaceWith(each);
      } else {
        Element at = element(page, swap.substring(swap.indexOf('#') + 1));
        Element one = each.select("article").getFirst();
        if (swap.startsWith("afterend:")) {
          at.after(one);
        } else {
          at.before(one);
        }
      }
    }
  }

  private static Element element(Document page, String id) {
    return Objects.requireNonNull(page.getElementById(id), id);
  }

  private static String plain(Document page) {
    return element(page, "queue").html().replaceAll("\\s+", " ").replaceAll("> <", "><");
  }
}
