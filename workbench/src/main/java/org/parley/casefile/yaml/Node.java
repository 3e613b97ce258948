package org.parley.casefile.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A value in a YAML text with its position: from `start`, inclusive, to `end`, exclusive, as
/// character offsets.
public sealed interface Node {

  int start();

  int end();

  /// The kind of the node, in terms known to authors of files.
  default FileFault.Form form() {
    return switch (this) {
      case Scalar scalar -> scalar.isEmpty() ? FileFault.Form.NOTHING : FileFault.Form.VALUE;
      case Sequence _ -> FileFault.Form.LIST;
      case Mapping _ -> FileFault.Form.MAP;
      case Broken _ -> FileFault.Form.BROKEN;
    };
  }

  /// The style of a scalar.
  enum Style {
    PLAIN,
    QUOTED,
    BLOCK
  }

  /// A single value.
  record Scalar(int start, int end, String value, Style style) implements Node {

    /// Whether it is null: no value at all, `~` or `null`.
    public boolean isEmpty() {
      return style == Style.PLAIN
          && switch (value) {
            case "", "~", "null", "Null", "NULL" -> true;
            default -> false;
          };
    }
  }

  /// A list; `flow` where it is written in brackets.
  record Sequence(int start, int end, boolean flow, List<Node> items) implements Node {}

  /// Keys with values; `flow` where it is written in braces.
  record Mapping(int start, int end, boolean flow, List<Entry> entries) implements Node {

    /// The entry with this key.
    public @Nullable Entry entry(String key) {
      for (Entry entry : entries) {
        if (entry.key.value.equals(key)) {
          return entry;
        }
      }
      return null;
    }

    /// The value of this key.
    public @Nullable Node get(String key) {
      Entry entry = entry(key);
      return entry == null ? null : entry.value;
    }
  }

  /// One key and its value.
  record Entry(Scalar key, Node value) {}

  /// A node reported as a fault already.
  record Broken(int start, int end) implements Node {}
}
