package org.parley;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.util.Optional;
import java.util.function.Function;

/// Loads the classes of Parley anew, some of them changed, so that a test can watch what they do.
public final class ReloadingLoader extends ClassLoader {

  private final Function<ClassModel, Optional<ClassTransform>> change;

  /// @param change what to do to a class; nothing for one that stays as it is
  public ReloadingLoader(
      ClassLoader parent, Function<ClassModel, Optional<ClassTransform>> change) {
    super(parent);
    this.change = change;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      return name.startsWith("org.parley.") ? define(name) : super.loadClass(name, resolve);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    String path = name.replace('.', '/') + ".class";
    try (InputStream stream = getParent().getResourceAsStream(path)) {
      if (stream == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = changed(stream.readAllBytes());
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] changed(byte[] bytes) {
    ClassFile file =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(getParent())));
    ClassModel model = file.parse(bytes);
    return change.apply(model).map(each -> file.transformClass(model, each)).orElse(bytes);
  }
}
