package org.parley.casefile.yaml;

import java.util.List;
import org.parley.model.Refusal;

/// What keeps the files of a case from being read as records.
public sealed interface FileFault extends Refusal {

  /// Faults that need no more than the value that is wrong.
  enum Plain implements FileFault {
    // folders and files
    NO_YAML_FILE,
    CASE_TOO_LARGE,
    FOLDERS_TOO_DEEP,
    SYMBOLIC_LINK,
    NOT_A_REGULAR_FILE,
    UNREADABLE_FILE,
    UTF_16,
    NOT_UTF_8,
    // YAML
    CANNOT_BE_READ,
    NOT_A_TEXT_CHARACTER,
    TAB,
    COLON_OUT_OF_PLACE,
    NEITHER_KEY_NOR_ITEM,
    UNCLOSED_QUOTATION,
    UNKNOWN_ESCAPE,
    BROKEN_BRACKETS,
    BROKEN_INDENTATION,
    CANNOT_BEGIN_A_VALUE,
    SECOND_DOCUMENT,
    ALIAS,
    ANCHOR,
    TAG,
    KEY_NOT_A_WORD,
    MERGE_KEY,
    KEY_TWICE,
    // records
    NO_HEADER,
    NOT_A_FORMAT_NUMBER,
    NO_RECORD,
    KEY_WITHOUT_RECORDS,
    RECORDS_NEEDED,
    NO_VALUE,
    NEEDED,
    NOT_TRUE_OR_FALSE,
    NUMBER_TOO_LARGE,
    NOT_A_WHOLE_NUMBER,
    IMPOSSIBLE_VALUE,
    SET_ASIDE_ID_TAKEN
  }

  /// What stands where something else is needed.
  enum Form {
    NOTHING,
    VALUE,
    LIST,
    MAP,
    BROKEN
  }

  /// More files than are read.
  record TooManyFiles(int most) implements FileFault {}

  /// A file that is too large.
  ///
  /// @param files how many files a case may have
  record FileTooLarge(int files) implements FileFault {}

  /// Text that is no YAML.
  ///
  /// @param parser what the parser says about it, in English
  record NotYaml(String parser) implements FileFault {}

  /// Lists and maps within one another.
  record NestedTooDeep(int levels) implements FileFault {}

  /// A file whose top is no map.
  record FileNotAMap(Form form, List<String> keys) implements FileFault {}

  /// A key of a file that names no kind of record.
  record UnknownFileKey(List<String> keys) implements FileFault {}

  /// Two headers.
  ///
  /// @param file where the first is
  record SecondHeader(String file) implements FileFault {}

  /// A format of a later version.
  ///
  /// @param reads the last format that this version reads
  record LaterFormat(int reads) implements FileFault {}

  /// A kind of record that there is not.
  record UnknownKind(List<String> kinds) implements FileFault {}

  /// No map where one is needed.
  ///
  /// @param keys those that it must have
  record MapNeeded(Form form, List<String> keys) implements FileFault {}

  /// No map of names to values where one is needed.
  record TableNeeded(Form form) implements FileFault {}

  /// No single value where one is needed.
  record ValueNeeded(Form form) implements FileFault {}

  /// No form of a union where one is needed.
  record WordOrKeyNeeded(Form form, List<String> words) implements FileFault {}

  /// A key that the type does not have.
  ///
  /// @param type the name of the type
  /// @param vowel whether the name begins with a vowel
  record UnknownKey(String type, boolean vowel, List<String> keys) implements FileFault {}

  /// Keys that must be there.
  ///
  /// @param type the name of the type
  /// @param vowel whether the name begins with a vowel
  /// @param written the keys as they are written
  record MissingKeys(String type, boolean vowel, List<String> keys, String written)
      implements FileFault {}

  /// A word that is none of the type.
  ///
  /// @param type the name of the type
  /// @param vowel whether the name begins with a vowel
  /// @param many whether there are too many to list
  record UnknownWord(String type, boolean vowel, List<String> words, boolean many)
      implements FileFault {}

  /// A word that needs keys.
  ///
  /// @param keyed whether it has a map of keys
  record WordTooShort(String word, boolean keyed, List<String> keys) implements FileFault {}

  /// A word that takes no value.
  record NothingFollows(String word) implements FileFault {}

  /// A text that stands for no value of a type of the language.
  record NotOfType(String type, String example) implements FileFault {}
}
