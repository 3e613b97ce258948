package org.parley.wording;

import java.util.List;

/// The answer about packages in sentences.
///
/// @param sentence the answer
/// @param because what stands in the way; may be empty
/// @param others who accepts something without the rest; may be empty
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
