package org.parley.bench.reading;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Parser;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;

/// Called by the instrumented rules: every result passes through here, and that of one rule is
/// replaced. Used by one thread.
public final class AblationSwitch {

  /// A rule kept the reader from ending.
  static final class Endless extends RuntimeException {
    private static final long serialVersionUID = 1;

    Endless() {
      super("a loop does not end", null, false, false);
    }
  }

  private static final Phrases NOTHING = nothing();
  private static final Map<String, ParsedText> PARSED = new HashMap<>();
  private static final IdentityHashMap<Sentence, Map<List<Integer>, Sentence>> APART =
      new IdentityHashMap<>();

  /// The rule replaced, or -1.
  static int off = -1;

  /// The list replaced, or empty.
  static String offList = "";

  /// The result of the rule replaced, if it is a truth value.
  static boolean constant;

  /// The rules that returned true, or something, and those that returned false, or nothing.
  static BitSet something = new BitSet();

  static BitSet nothing = new BitSet();
  static long calls;
  static long mostCalls = Long.MAX_VALUE;

  private AblationSwitch() {}

  private static Phrases nothing() {
    try {
      Method of = Phrases.class.getDeclaredMethod("of", List.class);
      of.setAccessible(true);
      return (Phrases) of.invoke(null, List.of());
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void count(int rule, boolean isSomething) {
    (isSomething ? something : nothing).set(rule);
    if (++calls > mostCalls) {
      throw new Endless();
    }
  }

  public static boolean flag(boolean result, int rule) {
    count(rule, result);
    return off == rule ? constant : result;
  }

  public static Object optional(Object result, int rule) {
    count(rule, !Optional.empty().equals(result));
    return off == rule ? Optional.empty() : result;
  }

  public static Object list(Object result, int rule) {
    count(rule, !List.of().equals(result));
    return off == rule ? new ArrayList<>() : result;
  }

  public static int index(int result, int rule) {
    count(rule, result != -1);
    return off == rule ? -1 : result;
  }

  public static Phrases phrases(Lexicon lexicon, String name) {
    return offList.equals(name) ? NOTHING : lexicon.get(name);
  }

  public static ParsedText parse(String text, String language) {
    return PARSED.computeIfAbsent(text, _ -> Parser.parse(text, language));
  }

  public static Sentence apart(Sentence sentence, List<Integer> tokens, String language) {
    return APART
        .computeIfAbsent(sentence, _ -> new HashMap<>())
        .computeIfAbsent(List.copyOf(tokens), _ -> Parser.apart(sentence, tokens, language));
  }
}
