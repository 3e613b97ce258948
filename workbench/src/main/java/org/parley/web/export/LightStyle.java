package org.parley.web.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;
import org.parley.web.view.Asset;

/// The style sheet of the pages in its light theme, as far as it concerns drawings. It says which
/// properties an element of a page has by its rules.
///
/// Rules within media queries are left out, and so are those for states such as hovering. Cost for
/// one element: linear in the rules that may apply.
final class LightStyle {

  private static final Set<String> DRAWN =
      Set.of(
          "color",
          "display",
          "fill",
          "fill-opacity",
          "font-size",
          "font-style",
          "font-weight",
          "opacity",
          "paint-order",
          "stroke",
          "stroke-dasharray",
          "stroke-linecap",
          "stroke-linejoin",
          "stroke-opacity",
          "stroke-width",
          "text-anchor");

  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
  private static final Pattern VARIABLE = Pattern.compile("var\\((--[\\w-]+)(?:,\\s*([^()]*))?\\)");
  private static final int REM = 16;
  private static final int DEEPEST = 8;

  static final LightStyle OF_PAGES = of(read("parley.css"));

  /// @param text the selector as written
  /// @param weight its specificity
  private record Rule(String text, Evaluator selector, int weight, Map<String, String> declared) {

    boolean isOfRoot() {
      return new Element("html").is(selector);
    }
  }

  private final List<Rule> rules;
  private final RuleIndex index;

  /// The custom properties of the whole page.
  private final Map<String, String> ofRoot;

  /// The names of those that some elements have, too.
  private final Set<String> ofSome = new HashSet<>();

  private LightStyle(List<Rule> rules) {
    this.rules = rules;
    this.index = new RuleIndex(rules.stream().map(Rule::text).toList());
    this.ofRoot = matched(new Element("html"));
    for (Rule rule : rules) {
      if (!rule.isOfRoot()) {
        rule.declared().keySet().stream()
            .filter(each -> each.startsWith("--"))
            .forEach(ofSome::add);
      }
    }
  }

  private static String read(String asset) {
    try (InputStream in = Asset.find(asset).orElseThrow().content()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static LightStyle of(String css) {
    List<Rule> rules = new ArrayList<>();
    Matcher rule = RULE.matcher(withoutBlocks(css.replaceAll("(?s)/\\*.*?\\*/", "")));
    while (rule.find()) {
      Map<String, String> declared = declared(rule.group(2));
      if (!declared.isEmpty()) {
        for (String selector : rule.group(1).split(",", -1)) {
          parsed(selector.strip())
              .ifPresent(
                  each -> rules.add(new Rule(written(selector), each, weight(selector), declared)));
        }
      }
    }
    // the sort is stable, so later rules stay later
    rules.sort(java.util.Comparator.comparingInt(Rule::weight));
    return new LightStyle(List.copyOf(rules));
  }

  /// Without `@media` and the like, and what they hold.
  private static String withoutBlocks(String css) {
    StringBuilder kept = new StringBuilder();
    int at = 0;
    for (int block = css.indexOf('@'); block >= 0; block = css.indexOf('@', at)) {
      kept.append(css, at, block);
      int depth = 0;
      at = block;
      do {
        char each = css.charAt(at++);
        depth += each == '{' ? 1 : each == '}' ? -1 : 0;
        if (depth == 0 && (each == '}' || each == ';')) {
          break;
        }
      } while (at < css.length());
    }
    return kept.append(css.substring(at)).toString();
  }

  private static Map<String, String> declared(String body) {
    Map<String, String> declared = new LinkedHashMap<>();
    for (String each : body.split(";", -1)) {
      int colon = each.indexOf(':');
      String name = colon < 0 ? "" : each.substring(0, colon).strip();
      if (DRAWN.contains(name) || name.startsWith("--")) {
        declared.put(name, each.substring(colon + 1).replace("!important", "").strip());
      }
    }
    return declared;
  }

  private static String written(String selector) {
    String stripped = selector.strip();
    return stripped.equals(":root") ? "html" : stripped;
  }

  private static Optional<Evaluator> parsed(String selector) {
    String all = written(selector);
    if (all.isEmpty() || all.contains("::") || all.matches(".*:(?:hover|focus|target|active).*")) {
      return Optional.empty();
    }
    try {
      return Optional.of(QueryParser.parse(all));
    } catch (Selector.SelectorParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static int weight(String selector) {
    int ids = count(selector, "#");
    int classes = count(selector, "[.\\[]|:(?!:|not|is)");
    int types = count(selector, "(?:^|[\\s>+~])[a-zA-Z]");
    return ids * 10_000 + classes * 100 + types;
  }

  private static int count(String text, String pattern) {
    return (int) Pattern.compile(pattern).matcher(text).results().count();
  }

  /// The properties of an element by its rules, with the values of the light theme.
  Map<String, String> of(Element element) {
    Map<String, String> found = matched(element);
    Map<String, String> values = new LinkedHashMap<>();
    found.forEach(
        (name, value) -> {
          if (!name.startsWith("--")) {
            values.put(name, pixels(value(element, value, 0)));
          }
        });
    return values;
  }

  private Map<String, String> matched(Element element) {
    Map<String, String> found = new LinkedHashMap<>();
    index.of(element).stream()
        .mapToObj(rules::get)
        .filter(rule -> element.is(rule.selector()))
        .forEach(rule -> found.putAll(rule.declared()));
    return found;
  }

  private String value(Element element, String value, int depth) {
    Matcher variable = VARIABLE.matcher(value);
    if (depth > DEEPEST || !variable.find()) {
      return value;
    }
    String otherwise = variable.group(2) == null ? "none" : variable.group(2);
    String found = variable(element, variable.group(1)).orElse(otherwise);
    return value(
        element,
        value.substring(0, variable.start()) + found + value.substring(variable.end()),
        depth + 1);
  }

  /// The value of a custom property, which elements inherit.
  private Optional<String> variable(Element element, String name) {
    if (!ofSome.contains(name)) {
      return Optional.ofNullable(ofRoot.get(name));
    }
    for (Element at = element; at != null; at = at.parent()) {
      String value = matched(at).get(name);
      if (value != null) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  private static String pixels(String value) {
    Matcher length = Pattern.compile("([\\d.]+)(?:rem|em)").matcher(value);
    return length.matches() ? (Double.parseDouble(length.group(1)) * REM) + "px" : value;
  }
}
