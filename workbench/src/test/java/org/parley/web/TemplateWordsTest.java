package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Pages take their words from the messages, which are there in every language.
class TemplateWordsTest {

  private static final Path TEMPLATES = Path.of("src/main/jte");

  private static final Pattern CALL = Pattern.compile("@(if|elseif|for|template[\\w.]*)\\(");
  private static final Pattern KEYWORD = Pattern.compile("@(?:else|endif|endfor|raw|endraw)");
  private static final Pattern WORD = Pattern.compile("\\p{Alpha}[\\p{Alpha}'’-]*\\p{Lower}");

  @Test
  void noPageHasWordsOfItsOwn() throws IOException {
    assertEquals(Map.of(), words());
  }

  @Test
  void wordsAreFoundBetweenTagsAndCalls() {
    assertEquals(
        Set.of("Two", "words", "left"),
        words(
            """
            @param Page page
            @template.part.layout(frame = page.frame(), content = @`
            <p title="${Say.text("a { b")}" class="x y">Two @if(a.b(c) > 1)words@else${Say.text("k", "v", f(x))}@endif</p>
            <p>&nbsp;<code>parley check</code>@for(var each : list)<b>left</b>@endfor CSV</p>
            `)
            """));
  }

  private static Map<String, Set<String>> words() throws IOException {
    Map<String, Set<String>> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      List<Path> templates = files.filter(each -> each.toString().endsWith(".jte")).toList();
      for (Path each : templates) {
        String name = TEMPLATES.relativize(each).toString().replace('\\', '/');
        Set<String> words = words(Files.readString(each));
        if (!words.isEmpty()) {
          found.put(name, words);
        }
      }
    }
    return found;
  }

  /// The words of a template outside tags, calls and code, but for the name of the program.
  private static Set<String> words(String template) {
    String text =
        shown(template.replaceAll("(?m)^@(?:import|param) .*$", ""))
            .replaceAll("(?s)<(script|style|code)\\b.*?</\\1>", " ")
            .replaceAll("<[^<>]*>", " ")
            .replaceAll("&\\w+;", " ");
    return WORD.matcher(text)
        .results()
        .map(each -> each.group())
        .filter(each -> !each.equals("Parley"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The template without expressions and calls, but with the contents handed to calls.
  private static String shown(String template) {
    StringBuilder shown = new StringBuilder();
    content(template, 0, shown);
    return shown.toString();
  }

  /// Reads up to the end of a content, or of the template.
  private static int content(String template, int from, StringBuilder shown) {
    Matcher call = CALL.matcher(template);
    Matcher keyword = KEYWORD.matcher(template);
    int at = from;
    while (at < template.length() && template.charAt(at) != '`') {
      if (template.startsWith("${", at) || template.startsWith("!{", at)) {
        at = brackets(template, at + 1, shown);
      } else if (call.region(at, template.length()).lookingAt()) {
        at = brackets(template, call.end() - 1, shown);
      } else if (keyword.region(at, template.length()).lookingAt()) {
        at = keyword.end();
      } else {
        shown.append(template.charAt(at));
        at++;
      }
    }
    return at + 1;
  }

  /// Reads up to where the bracket closes that opens here; quotations may hold others.
  private static int brackets(String template, int open, StringBuilder shown) {
    char opening = template.charAt(open);
    char closing = opening == '(' ? ')' : '}';
    int depth = 0;
    boolean isQuoted = false;
    int at = open;
    while (at < template.length()) {
      char sign = template.charAt(at);
      if (!isQuoted && template.startsWith("@`", at)) {
        at = content(template, at + 2, shown);
        continue;
      }
      if (sign == '"' && template.charAt(at - 1) != '\\') {
        isQuoted = !isQuoted;
      } else if (!isQuoted && sign == opening) {
        depth++;
      } else if (!isQuoted && sign == closing) {
        depth--;
      }
      at++;
      if (depth == 0) {
        return at;
      }
    }
    return at;
  }
}
