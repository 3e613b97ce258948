package org.parley.casefile.yaml;

import java.util.Locale;
import org.parley.casefile.yaml.YamlReader.Offsets;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// Says in plain words what a YAML parser found wrong with a text.
final class SyntaxAdvice {

  private SyntaxAdvice() {}

  static Fault of(RuntimeException failure, Offsets offsets, String text, int last) {
    if (!(failure instanceof MarkedYamlEngineException marked)) {
      return fault(last, text, "this cannot be read as YAML", "Maybe put the text in quotes");
    }
    int problem = marked.getProblemMark().map(m -> offsets.of(m.getIndex())).orElse(last);
    int context = marked.getContextMark().map(m -> offsets.of(m.getIndex())).orElse(problem);
    String said = marked.getProblem() == null ? "" : marked.getProblem();
    String about = marked.getContext() == null ? "" : marked.getContext();
    if ((problem < text.length() && text.charAt(problem) == '\t') || said.contains("TAB")) {
      return fault(
          problem,
          text,
          "a tab where YAML needs spaces",
          "Maybe replace it with spaces: lines are indented with spaces only");
    }
    if (said.contains("mapping values are not allowed")) {
      return fault(
          problem,
          text,
          "a colon where no key can stand",
          "Maybe put the text in quotes, because it contains a colon; or check the indentation");
    }
    if (said.contains("could not find expected ':'")) {
      return fault(
          context,
          text,
          "a line that is neither a key with a colon nor a list item",
          "Maybe add the colon, or indent it as part of the text above");
    }
    if (about.contains("quoted scalar") && said.contains("end of stream")) {
      return fault(
          context, text, "a quotation that never ends", "Maybe add the closing quotation mark");
    }
    if (said.contains("escape") || about.contains("double-quoted")) {
      return fault(
          problem,
          text,
          "an escape that YAML does not know, in double quotes",
          "Maybe write \\\\ for a backslash, or use single quotes");
    }
    if (about.contains("flow")) {
      return fault(
          said.contains("end") ? context : problem,
          text,
          "a list or map in brackets that goes wrong here",
          "Maybe add the missing comma or closing bracket, or put the text in quotes");
    }
    if (said.contains("block end") || said.contains("block entry") || about.contains("block")) {
      return fault(
          problem,
          text,
          "the indentation does not fit the lines above",
          "Maybe align it with the key or list item it belongs to");
    }
    if (said.contains("cannot start any token")) {
      return fault(
          problem, text, "a character that cannot begin a value", "Maybe put the text in quotes");
    }
    String plain = said.isBlank() ? "this cannot be read as YAML" : said.lines().findFirst().get();
    return fault(
        problem,
        text,
        "not YAML: " + plain.toLowerCase(Locale.ROOT),
        "Maybe put the text in quotes or check the indentation");
  }

  private static Fault fault(int at, String text, String message, String advice) {
    int start = Math.min(at, text.length());
    int end = start < text.length() ? text.offsetByCodePoints(start, 1) : start;
    return new Fault(start, end, message, "", advice);
  }
}
