package org.parley.provision;

import java.util.List;
import java.util.regex.Pattern;

/// Finds the verbs by which a sentence binds, decides or asks. Headings have none.
final class OperativeVerbs {

  /// They stand after a subject.
  private static final List<String> BINDING =
      List.of(
          "shall",
          "hereby",
          "undertakes?",
          "decides?\\h(?:that|to)",
          "agreed?\\h(?:that|to)",
          "takes?\\hnote",
          "doit",
          "doivent",
          "devra",
          "devront",
          "s[’']engagent?",
          "décident?\\h(?:que|de)",
          "conviennent\\h(?:que|de)",
          "deberán?",
          "se\\h(?:compromete|obliga)n?",
          "(?:deciden?|acuerdan)\\h(?:que|\\p{L}+r)",
          "deverá",
          "deverão",
          "comprometem?-se",
          "verpflichten\\hsich",
          "verpflichtet\\hsich",
          "beschließ(?:t|en)",
          "должн[аоы]",
          "должен",
          "обязу[ею]тся",
          "обязаны?",
          "зобов[’']язу(?:є|ю)ться",
          "зобов[’']язуються",
          "повинн[іао]",
          "повинен");

  /// They begin a paragraph of a resolution.
  private static final List<String> RESOLVING =
      List.of(
          "Affirms",
          "Approves",
          "Authori[sz]es",
          "Calls",
          "Condemns",
          "Decides",
          "Declares",
          "Demands",
          "Determines",
          "Emphasi[sz]es",
          "Encourages",
          "Endorses",
          "Expresses",
          "Invites",
          "Notes",
          "Reaffirms",
          "Recalls",
          "Recommends",
          "Reiterates",
          "Requests",
          "Stresses",
          "Takes\\hnote",
          "Underlines",
          "Underscores",
          "Urges",
          "Welcomes",
          "Décide",
          "Demande",
          "Prie",
          "Approuve",
          "Souligne",
          "Invite",
          "Exige",
          "Condamne",
          "Decide",
          "Pide",
          "Insta",
          "Exhorta",
          "Solicita",
          "Постановляет",
          "Призывает",
          "Просит",
          "Требует",
          "Решает");

  /// They may stand between such a verb and its object.
  private static final List<String> ALSO =
      List.of("also", "further", "again", "(?:en\\h)?outre", "también", "además", "также", "далее");

  /// They begin its object.
  private static final List<String> OBJECTS =
      List.of(
          "the",
          "that",
          "all",
          "its",
          "their",
          "any",
          "each",
          "both",
          "upon",
          "on",
          "with",
          "of",
          "to",
          "in",
          "once",
          "Member",
          "States",
          "que",
          "de",
          "d[’']",
          "au",
          "aux",
          "à",
          "le",
          "la",
          "les",
          "l[’']",
          "a",
          "al",
          "el",
          "los",
          "las",
          "\\p{IsCyrillic}+");

  private static final Pattern BINDS =
      Pattern.compile("\\p{L}.*\\h" + oneOf(BINDING) + "(?:\\h.*|$)", Pattern.DOTALL);

  private static final Pattern RESOLVES =
      Pattern.compile(
          oneOf(RESOLVING)
              + "\\h+(?:"
              + oneOf(ALSO)
              + "\\h+)?"
              + oneOf(OBJECTS)
              + "(?:[\\h’'].*|$)",
          Pattern.DOTALL);

  /// The longest heading that begins with a noun of the same form: "Requests to the Commission".
  private static final int LONGEST_NAMED = 40;

  private OperativeVerbs() {}

  private static String oneOf(List<String> words) {
    return "(?:" + String.join("|", words) + ")";
  }

  /// Whether words have such a verb. Capitals are left to headings.
  static boolean areIn(String words) {
    return BINDS.matcher(words).matches()
        || (words.length() > LONGEST_NAMED && RESOLVES.matcher(words).matches());
  }
}
