package org.parley.casefile.yaml;

import java.util.Locale;
import org.parley.casefile.yaml.YamlReader.Offsets;
import org.parley.wording.Complaint;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// Explains syntax faults of a YAML parser in plain words.
final class SyntaxAdvice {

  private SyntaxAdvice() {}

  static TextFault of(RuntimeException failure, Offsets offsets, String text, int last) {
    if (!(failure instanceof MarkedYamlEngineException marked)) {
      return fault(last, text, FileFault.Plain.CANNOT_BE_READ);
    }
    int problem = marked.getProblemMark().map(m -> offsets.of(m.getIndex())).orElse(last);
    int context = marked.getContextMark().map(m -> offsets.of(m.getIndex())).orElse(problem);
    String said = marked.getProblem() == null ? "" : marked.getProblem();
    String about = marked.getContext() == null ? "" : marked.getContext();
    if ((problem < text.length() && text.charAt(problem) == '\t') || said.contains("TAB")) {
      return fault(problem, text, FileFault.Plain.TAB);
    }
    if (said.contains("mapping values are not allowed")) {
      return fault(problem, text, FileFault.Plain.COLON_OUT_OF_PLACE);
    }
    if (said.contains("could not find expected ':'")) {
      return fault(context, text, FileFault.Plain.NEITHER_KEY_NOR_ITEM);
    }
    if (about.contains("quoted scalar") && said.contains("end of stream")) {
      return fault(context, text, FileFault.Plain.UNCLOSED_QUOTATION);
    }
    if (said.contains("escape") || about.contains("double-quoted")) {
      return fault(problem, text, FileFault.Plain.UNKNOWN_ESCAPE);
    }
    if (about.contains("flow")) {
      return fault(said.contains("end") ? context : problem, text, FileFault.Plain.BROKEN_BRACKETS);
    }
    if (said.contains("block end") || said.contains("block entry") || about.contains("block")) {
      return fault(problem, text, FileFault.Plain.BROKEN_INDENTATION);
    }
    if (said.contains("cannot start any token")) {
      return fault(problem, text, FileFault.Plain.CANNOT_BEGIN_A_VALUE);
    }
    return fault(
        problem,
        text,
        said.isBlank()
            ? FileFault.Plain.CANNOT_BE_READ
            : new FileFault.NotYaml(said.lines().findFirst().get().toLowerCase(Locale.ROOT)));
  }

  private static TextFault fault(int at, String text, FileFault why) {
    int start = Math.min(at, text.length());
    int end = start < text.length() ? text.offsetByCodePoints(start, 1) : start;
    return new TextFault(start, end, new Complaint(why));
  }
}
