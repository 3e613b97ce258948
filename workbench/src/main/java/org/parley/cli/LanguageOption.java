package org.parley.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.wording.Language;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The language of an answer, for the commands that speak more than one.
public final class LanguageOption {

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      converter = Converter.class,
      description = "The language of findings: en or fr. Default: English.")
  private @Nullable Language language;

  /// Runs a command in the language that was chosen.
  public int run(Callable<Integer> command) throws Exception {
    Language chosen = language;
    return chosen == null
        ? command.call()
        : ScopedValue.where(Language.CURRENT, chosen).call(command::call);
  }

  /// A language by its tag.
  static final class Converter implements ITypeConverter<Language> {
    @Override
    public Language convert(String tag) {
      return Language.find(tag)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "there is no language \""
                          + tag
                          + "\". Maybe one of: "
                          + String.join(", ", Language.tags())));
    }
  }
}
