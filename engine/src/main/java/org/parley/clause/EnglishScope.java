package org.parley.clause;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.parley.clause.ClauseLanguage.ScopeWords;

/// How far clauses reach, in English, and further acts of one norm.
final class EnglishScope {

  /// Before a verb: "shall complete the withdrawal".
  private static final String NO_VERB =
      "(?<!\\b(?:to|shall|will|must|may|should|and|or|immediately|promptly)\\s)(?<!^)";

  private static final String LET = "(?:restrictions?|hindrance|impediments?|limitations?)";

  static final ScopeWords WORDS = ScopeWords.of(words(), Pattern.CASE_INSENSITIVE, further());

  private EnglishScope() {}

  private static SequencedMap<String, String> words() {
    SequencedMap<String, String> words = new LinkedHashMap<>();
    words.put("always", "at_all_times|at_any_time");
    words.put(
        "unconditional",
        "unconditional(?:ly)?|without_(?:any_)?(?:pre-?)?conditions?(?:_whatsoever)?");
    words.put(
        "unrestricted",
        "unrestricted|unlimited|unimpeded|unhindered|unfettered|freely|without_(?:any_)?"
            + LET
            + "(?:_whatsoever)?");
    words.put("unexcepted", "without_(?:any_)?exceptions?");
    words.put("all", "(?<!\\b(?:at|above|after|first_of)\\s)all|every|any");
    words.put(
        "full",
        "full|fully|in_full|"
            + NO_VERB
            + "complete|completely|entire|entirely|in_(?:its|their)_entirety|comprehensive(?:ly)?");
    words.put("only", "exclusively|solely|only");
    words.put("equal", "equally|in_equal_(?:shares|parts|measure)");
    words.put("jointly", "jointly|together(?!_with)");
    words.put("separately", "separately|individually|unilaterally");
    words.put("irrevocable", "irrevocabl[ey]");
    words.put("permanent", "permanent(?:ly)?(?!_(?:members?|court|mission|representatives?))");
    words.put(
        "temporary", "temporar(?:y|ily)|provisional(?:ly)?|on_a_(?:temporary|provisional)_basis");
    words.put("partial", "partial(?:ly)?|in_part|partly");
    words.put("some", "certain|some|several|selected");
    words.put("most", "most(?=_of_)");
    words.put("binding", "(?:legally_)?binding");
    words.put("final", "(?<=\\b(?:is|are|be|as)\\s)final(?!_\\p{L}+(?:ment|tion)\\b)");
    words.put("publicly", "publicly");
    words.put("first", "first(?=[\\s,;.]*$)|as_a_(?:matter_of_)?priority|in_priority");
    return words;
  }

  /// "Shall be audited and published"; "shall disarm them and release all".
  private static Pattern further() {
    return WordPattern.pattern(
        "(?:\\band|\\bor|,)_(?:also_)?(?:\\p{L}+ly_)?(?:(?<done>\\p{L}{2,}ed|made|held|paid|sent|kept|sold|built|given|put|brought)"
            + "(?=[\\s,;.]*$|[,;]|_(?:by|in|to|at|on|within|with|from|and|or|under|for|without|before|after|as)\\b)"
            + "|(?<does>ensure|implement|release|enact|conduct|adopt|remove|provide|launch|withdraw|create|establish"
            + "|introduce|cease|resume|maintain|submit|notify|publish|appoint|facilitate|disarm|dismantle|prohibit|allow"
            + "|complete|guarantee|respect|promote|restore|recogni[sz]e|lift|grant|protect|verify|dissolve|integrate"
            + "|organi[sz]e|destroy|surrender|return|inform|make|open|close|pay|repeal|allocate|prosecute|punish|prevent)"
            + "(?=_(?:the|its|their|an?|all|any|each|every|both|such|no|to|those|these|[\\p{L}-]+s)\\b(?!_of\\b)))",
        Pattern.CASE_INSENSITIVE);
  }
}
