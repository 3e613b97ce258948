package org.parley.wording;

import java.util.List;

/// The answer about packages in sentences.
///
/// @param sentence the answer
/// @param because the conflict; may be empty
/// @param others the coalitions that accept a package without the rest; may be empty
public record PackageHeadline(String sentence, String because, String others) {

  /// An answer that needs no more.
  public static PackageHeadline of(String sentence) {
    return new PackageHeadline(sentence, "", "");
  }

  /// All of it, a blank between the sentences.
  public String whole() {
    return join(List.of(sentence, because, others));
  }

  /// Sentences one after another; those without words are left out.
  static String join(List<String> sentences) {
    return String.join(" ", sentences.stream().filter(each -> !each.isEmpty()).toList());
  }
}
