package org.parley.casefile.yaml;

import java.util.List;
import org.parley.model.Refusal;

/// The reasons why the files of a case cannot be read as records.
public sealed interface FileFault extends Refusal {

  /// Faults with no parameters beyond the wrong value.
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

  /// The kind of node found instead of the expected one.
  enum Form {
    NOTHING,
    VALUE,
    LIST,
    MAP,
    BROKEN
  }

  /// Too many files.
  record TooManyFiles(int most) implements FileFault {}

  /// A file that is too large.
  ///
  /// @param files how many files a case may have
  record FileTooLarge(int files) implements FileFault {}

  /// Text that is not YAML.
  ///
  /// @param parser the parser's message, in English
  record NotYaml(String parser) implements FileFault {}

  /// Lists and maps nested too deeply.
  record NestedTooDeep(int levels) implements FileFault {}

  /// A file without a map at the top.
  record FileNotAMap(Form form, List<String> keys) implements FileFault {}

  /// A key of a file that names no kind of record.
  record UnknownFileKey(List<String> keys) implements FileFault {}

  /// A second header.
  ///
  /// @param file the file of the first
  record SecondHeader(String file) implements FileFault {}

  /// A format of a later version.
  ///
  /// @param reads the latest supported format
  record LaterFormat(int reads) implements FileFault {}

  /// An unknown kind of record.
  record UnknownKind(List<String> kinds) implements FileFault {}

  /// A map is required.
  ///
  /// @param keys its required keys
  record MapNeeded(Form form, List<String> keys) implements FileFault {}

  /// A map of names to values is required.
  record TableNeeded(Form form) implements FileFault {}

  /// A single value is required.
  record ValueNeeded(Form form) implements FileFault {}

  /// A form of a union is required.
  record WordOrKeyNeeded(Form form, List<String> words) implements FileFault {}

  /// An unknown key of a type.
  ///
  /// @param type the name of the type
  /// @param vowel whether the name begins with a vowel
  record UnknownKey(String type, boolean vowel, List<String> keys) implements FileFault {}

  /// Missing required keys.
  ///
  /// @param type the name of the type
  /// @param vowel whether the name begins with a vowel
  /// @param written the keys as written
  record MissingKeys(String type, boolean vowel, List<String> keys, String written)
      implements FileFault {}

  /// An unknown word of a type.
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

  /// A word without a value.
  record NothingFollows(String word) implements FileFault {}

  /// A text that is not a value of a JDK type.
  record NotOfType(String type, String example) implements FileFault {}
}
