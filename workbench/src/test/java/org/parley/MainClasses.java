package org.parley;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.jspecify.annotations.NullMarked;

/// All of our classes but those of tests, read once in a JVM. Of classes of others, their names
/// alone are known: reading them too takes most of the time.
@NullMarked
public final class MainClasses {

  public static final JavaClasses ALL =
      ArchConfiguration.withThreadLocalScope(
          settings -> {
            settings.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter()
                .withImportOption(location -> !location.contains("/test-classes/"))
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages("org.parley");
          });

  private MainClasses() {}
}
