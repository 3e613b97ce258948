package org.parley.casefile;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.yaml.FileFault;
import org.parley.casefile.yaml.Node;
import org.parley.casefile.yaml.Node.Mapping;
import org.parley.casefile.yaml.Node.Scalar;
import org.parley.casefile.yaml.TextFault;
import org.parley.wording.Complaint;

/// The version of the text form of a case: `format` in its header; a header without it has format
/// 1.
///
/// It is raised when an earlier version of Parley would misread a case; that version then refuses
/// it.
public final class CaseFormat {

  /// The key in the header.
  public static final String KEY = "format";

  /// The format that this version writes, and the last it reads.
  public static final int CURRENT = 1;

  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

  /// A header in a journal is indented by two; texts in it, by more.
  private static final Pattern WRITTEN =
      Pattern.compile("(?m)^  " + KEY + ": *[\"']?(\\d{1,9})\\b");

  private CaseFormat() {}

  /// The format in the text of a header, as a journal holds it.
  public static int inHeader(String header) {
    Matcher written = WRITTEN.matcher(header);
    return written.find() ? Integer.parseInt(written.group(1)) : 1;
  }

  /// The text of a header with its format, as a file has it.
  public static String stated(String header) {
    return WRITTEN.matcher(header).find() ? header : "  " + KEY + ": " + CURRENT + "\n" + header;
  }

  /// The fault of the format in a header; null if this version supports it.
  static @Nullable TextFault fault(Node header) {
    if (!(header instanceof Mapping mapping) || mapping.get(KEY) == null) {
      return null;
    }
    Node value = mapping.get(KEY);
    if (!(value instanceof Scalar scalar) || !NUMBER.matcher(scalar.value()).matches()) {
      String written = value instanceof Scalar scalar ? scalar.value() : "";
      return new TextFault(
          value.start(), value.end(), new Complaint(FileFault.Plain.NOT_A_FORMAT_NUMBER, written));
    }
    return Integer.parseInt(scalar.value()) <= CURRENT
        ? null
        : new TextFault(
            scalar.start(),
            scalar.end(),
            new Complaint(new FileFault.LaterFormat(CURRENT), scalar.value()));
  }

  /// Whether a header was written by a later version of Parley.
  static boolean isLater(Node header) {
    return header instanceof Mapping mapping
        && mapping.get(KEY) instanceof Scalar scalar
        && NUMBER.matcher(scalar.value()).matches()
        && Integer.parseInt(scalar.value()) > CURRENT;
  }

  /// The header without its format, which is not part of the case.
  static Node without(Node header) {
    if (!(header instanceof Mapping(int start, int end, boolean flow, List<Node.Entry> entries))) {
      return header;
    }
    return new Mapping(
        start,
        end,
        flow,
        entries.stream().filter(entry -> !entry.key().value().equals(KEY)).toList());
  }
}
