package org.parley.casefile.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.Visibility;
import org.parley.model.claim.Claim;
import org.parley.model.round.Round;
import org.parley.model.text.PackageRule;
import org.parley.model.text.Point;

/// The keys of a case file: the kind of record for each, and the defaults.
public final class Kinds {

  /// The key of the case header.
  public static final String HEADER = "case";

  /// The default of each type; values of all other types are required.
  public static final Map<Class<?>, Object> DEFAULTS =
      Map.of(
          Visibility.class, new Visibility.Public(),
          PackageRule.class, PackageRule.SEPARABLE,
          Point.Content.class, Point.Content.REPORTED,
          Claim.Channel.class, Claim.Channel.PUBLIC,
          Round.Revealing.class, Round.Revealing.ALL_ANSWERED,
          Round.Improving.class, Round.Improving.LEXIMIN);

  private static final Map<String, Shape.Structure> RECORDS = new LinkedHashMap<>();
  private static final Map<Class<?>, String> KEYS = new LinkedHashMap<>();

  static {
    for (Class<?> kind : CaseRecord.class.getPermittedSubclasses()) {
      String key = plural(kind.getSimpleName());
      RECORDS.put(key, Shapes.structure(kind));
      KEYS.put(kind, key);
    }
  }

  private Kinds() {}

  private static String plural(String name) {
    String first = Character.toLowerCase(name.charAt(0)) + name.substring(1);
    return first.endsWith("y")
        ? first.substring(0, first.length() - 1) + "ies"
        : first.endsWith("s") ? first + "es" : first + "s";
  }

  /// The keys that hold lists of records, in the order of the model, each with the form of its
  /// records.
  public static Map<String, Shape.Structure> records() {
    return Collections.unmodifiableMap(RECORDS);
  }

  /// The key that holds records like this one.
  public static String keyOf(CaseRecord record) {
    return keyOf(record.getClass());
  }

  /// The key that holds records of this class.
  public static String keyOf(Class<?> kind) {
    String key = KEYS.get(kind);
    if (key == null) {
      throw new IllegalArgumentException("not a kind of record: " + kind);
    }
    return key;
  }

  /// The form of the header.
  public static Shape.Structure header() {
    return Shapes.structure(CaseInfo.class);
  }

  /// Every key that may stand at the top of a file.
  public static List<String> topKeys() {
    List<String> all = new ArrayList<>(List.of(HEADER));
    all.addAll(RECORDS.keySet());
    return all;
  }
}
