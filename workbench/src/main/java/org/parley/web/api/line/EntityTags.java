package org.parley.web.api.line;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The entity tags of a header If-Match or If-None-Match. See RFC 9110, HTTP Semantics, 2022,
/// sections 8.8.3 and 13.1.
///
/// @param isAny whether it is `*`, which every representation matches
/// @param tags each as it is written: `"strong"` or `W/"weak"`
public record EntityTags(boolean isAny, List<String> tags) {

  private static final Pattern TAG = Pattern.compile("(?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"");

  public EntityTags {
    tags = List.copyOf(tags);
  }

  /// Reads a header; absent if there is none.
  public static EntityTags of(@Nullable String header) {
    if (header == null) {
      return new EntityTags(false, List.of());
    }
    List<String> tags = new ArrayList<>();
    Matcher tag = TAG.matcher(header);
    while (tag.find()) {
      tags.add(tag.group());
    }
    return new EntityTags(header.strip().equals("*"), tags);
  }

  /// The weak comparison of If-None-Match: two tags match where they differ in weakness alone.
  public boolean matchWeakly(String tag) {
    return isAny || tags.stream().anyMatch(each -> opaque(each).equals(opaque(tag)));
  }

  /// The strong comparison of If-Match: a weak tag matches nothing.
  public boolean matchStrongly(String tag) {
    return isAny || (!tag.startsWith("W/") && tags.contains(tag));
  }

  private static String opaque(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }
}
