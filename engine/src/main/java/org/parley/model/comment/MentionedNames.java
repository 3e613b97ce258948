package org.parley.model.comment;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The account names that a comment mentions: `@ann`, as the first characters or after a character
/// that belongs to no word. So the address of a mail mentions nobody.
public final class MentionedNames {

  private static final Pattern MENTION =
      Pattern.compile("(?<![\\p{L}\\p{N}._@-])@([\\p{L}\\p{N}][\\p{L}\\p{N}._@-]*)");

  private MentionedNames() {}

  /// The names, in order and in lower case. A name does not end with a full stop or hyphen.
  public static Set<String> of(String text) {
    Set<String> names = new LinkedHashSet<>();
    Matcher found = MENTION.matcher(text);
    while (found.find()) {
      names.add(found.group(1).replaceAll("[._@-]+$", "").toLowerCase(Locale.ROOT));
    }
    return names;
  }

  /// The latest comment of an open thread that mentions somebody who has not replied since; null
  /// for none. Nobody mentions themselves. Cost: linear in the words.
  ///
  /// @param name an account name
  public static @Nullable Comment unanswered(String name, CommentThread thread) {
    Comment latest = null;
    if (thread.isResolved()) {
      return latest;
    }
    for (Comment each : thread.all()) {
      String text = each.text();
      if (each.by().equalsIgnoreCase(name)) {
        latest = null;
      } else if (text != null && of(text).contains(name.toLowerCase(Locale.ROOT))) {
        latest = each;
      }
    }
    return latest;
  }
}
