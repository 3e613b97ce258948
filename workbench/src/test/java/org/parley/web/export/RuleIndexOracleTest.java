package org.parley.web.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;
import org.junit.jupiter.api.Test;
import org.parley.web.view.Asset;

/// The rules that may apply to an element, against all rules that do.
class RuleIndexOracleTest {

  private static final Pattern SELECTORS = Pattern.compile("([^{}@;]+)\\{");
  private static final Pattern CLASS = Pattern.compile("\\.([a-zA-Z][\\w-]*)");
  private static final Pattern NAME = Pattern.compile("(?<![\\w.#:-])[a-z][a-z0-9]*");
  private static final int ELEMENTS = 1_000;

  /// Children of the same few elements, so that the tree stays flat.
  private static final int PARENTS = 30;

  private static String css() throws IOException {
    try (InputStream in = Asset.find("parley.css").orElseThrow().content()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> selectors() throws IOException {
    List<String> selectors = new ArrayList<>();
    Matcher found = SELECTORS.matcher(css().replaceAll("(?s)/\\*.*?\\*/", ""));
    while (found.find()) {
      for (String each : found.group(1).split(",", -1)) {
        if (isSelector(each.strip())) {
          selectors.add(each.strip());
        }
      }
    }
    return selectors;
  }

  private static boolean isSelector(String text) {
    try {
      QueryParser.parse(text);
      return !text.contains("::");
    } catch (Selector.SelectorParseException | IllegalArgumentException e) {
      return false;
    }
  }

  private static List<String> all(Pattern pattern, List<String> selectors, int group) {
    TreeSet<String> found = new TreeSet<>();
    selectors.forEach(
        each -> pattern.matcher(each).results().map(at -> at.group(group)).forEach(found::add));
    return List.copyOf(found);
  }

  @Test
  void noRuleThatAppliesIsLeftOut() throws IOException {
    List<String> selectors = selectors();
    List<Evaluator> rules = selectors.stream().map(QueryParser::parse).toList();
    RuleIndex index = new RuleIndex(selectors);
    List<String> classes = all(CLASS, selectors, 1);
    List<String> names = all(NAME, selectors, 0);
    assertTrue(rules.size() > 300 && classes.size() > 100 && names.size() > 20);
    Random random = new Random(39);
    List<Element> made = new ArrayList<>(List.of(new Document("").appendElement("html")));
    long applied = 0;
    long looked = 0;
    for (int i = 0; i < ELEMENTS; i++) {
      Element parent = made.get(random.nextInt(Math.min(PARENTS, made.size())));
      Element element = parent.appendElement(names.get(random.nextInt(names.size())));
      for (int k = random.nextInt(4); k > 0; k--) {
        element.addClass(classes.get(random.nextInt(classes.size())));
      }
      made.add(element);
      var candidates = index.of(element);
      looked += candidates.cardinality();
      for (int rule = 0; rule < rules.size(); rule++) {
        if (element.is(rules.get(rule))) {
          applied++;
          assertTrue(candidates.get(rule), element.cssSelector() + " and " + selectors.get(rule));
        }
      }
    }
    assertTrue(applied > ELEMENTS, applied + " rules applied");
    assertTrue(looked < (long) ELEMENTS * rules.size() / 10, looked + " rules looked at");
  }

  @Test
  void theSubjectOfASelectorDecides() {
    RuleIndex index = new RuleIndex(List.of(".a .b", "svg text", ":is(.c) > *", "p:not(.d)"));
    Element text = new Document("").appendElement("svg").appendElement("text").addClass("B");
    assertEquals("{0, 1, 2}", index.of(text).toString());
    assertEquals("{2, 3}", index.of(text.appendElement("p").addClass("d")).toString());
  }
}
