package org.parley;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/// Finds the comments of a Java source. Consecutive lines of one kind are one comment.
@NullMarked
final class Comments {

  /// A text block, a string, a character, or a comment, whichever begins first.
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?s)\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\n])++'"
              + "|(?<line>(?<slashes>///?)(?<text>[^\n]*))|/\\*(?<block>.*?)\\*/");

  private static final Pattern BETWEEN_LINES = Pattern.compile("\n[ \t]*");

  private Comments() {}

  /// A comment.
  ///
  /// @param line its first line, from 1
  record Comment(int line, String text) {}

  /// The comments of a source, in order.
  static List<Comment> in(String source) {
    List<Comment> comments = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int begin = -1;
    int end = -1;
    String slashes = "";
    Matcher token = TOKEN.matcher(source);
    while (token.find()) {
      if (token.group("block") != null) {
        if (begin >= 0) {
          comments.add(new Comment(line(source, begin), text.toString()));
          begin = -1;
          slashes = "";
        }
        String block = token.group("block").replaceAll("(?m)^\\s*\\*", "");
        comments.add(new Comment(line(source, token.start()), block));
      }
      if (token.group("line") == null) {
        continue;
      }
      boolean goesOn =
          slashes.equals(token.group("slashes"))
              && BETWEEN_LINES.matcher(source.substring(end, token.start())).matches();
      if (!goesOn) {
        if (begin >= 0) {
          comments.add(new Comment(line(source, begin), text.toString()));
        }
        text.setLength(0);
        begin = token.start();
        slashes = token.group("slashes");
      }
      text.append(token.group("text")).append('\n');
      end = token.end();
    }
    if (begin >= 0) {
      comments.add(new Comment(line(source, begin), text.toString()));
    }
    return comments;
  }

  private static int line(String source, int offset) {
    return 1 + (int) source.substring(0, offset).chars().filter(each -> each == '\n').count();
  }
}
