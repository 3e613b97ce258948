package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Effort;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.cases.Case;
import org.parley.web.access.Route;

/// Every text of a case that is in another language than the page stands in an element that says
/// its language, whether by itself or inside a sentence.
@NullMarked
class ForeignTextLawTest {

  /// Begins and ends every name of the case, and stands nowhere else.
  private static final String MARK = "\u0462";

  /// Elements that hold text alone, or quote the file of a record and its changes, which name the
  /// language before the words.
  private static final Set<String> TEXT_ALONE =
      Set.of("title", "option", "textarea", "pre", "ins", "del");

  @TempDir Path folder;

  @Test
  void everyNameSaysItsLanguage() throws Exception {
    LoadResult example = CaseFolder.of(Chromium.example("ukraine-2025")).load();
    Set<String> shown = new TreeSet<>();
    hold("small", SmallWorld.build(), EveryAddressAnswersTest::paths, shown);
    Case contents = ((LoadResult.Loaded) example).contents();
    hold("example", contents, EveryAddressAnswersTest::few, shown);
    assertTrue(shown.size() > 50, "names are shown on " + shown);
  }

  private void hold(
      String name, Case plain, BiFunction<Route, Case, Stream<String>> addresses, Set<String> shown)
      throws Exception {
    UnaryOperator<LocalizedText> foreign =
        each -> new LocalizedText(MARK + each.text() + MARK, "uk", Map.of());
    List<CaseRecord> records =
        plain.records().stream().<CaseRecord>map(each -> each.withNames(foreign)).toList();
    Case contents = Case.of(plain.info().withNames(foreign), records);
    try (Team team = new Team(folder.resolve(name), contents, false)) {
      team.account("ann", "mediator", null);
      Team.Client ann = team.signedIn("ann");
      ann.isPatient = true;
      Set<String> silent = new TreeSet<>();
      for (Route route : team.server.routes()) {
        if (route.isSafe() && route.kind() == Route.Kind.PAGE) {
          for (String path : addresses.apply(route, contents).toList()) {
            for (String language : List.of("fr", "en").subList(0, Effort.of(1, 2))) {
              String body =
                  ann.send(ann.request(path).header("Accept-Language", language).GET()).body();
              if (body.contains(MARK)) {
                shown.add(route.path());
                silent.addAll(silent(route.path(), Jsoup.parse(body)));
              }
            }
          }
        }
      }
      assertEquals(Set.of(), silent, name);
    }
  }

  /// Where a name stands that does not say its language.
  private static Set<String> silent(String route, Document page) {
    Set<String> silent = new TreeSet<>();
    for (Element each : page.getAllElements()) {
      if (each.ownText().contains(MARK) && !TEXT_ALONE.contains(each.normalName())) {
        Element said = each.closest("[lang]");
        if (said == null || !said.attr("lang").equals("uk")) {
          silent.add(route + " in " + each.cssSelector());
        }
      }
    }
    return silent;
  }
}
