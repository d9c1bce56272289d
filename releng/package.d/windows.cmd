@echo off
rem Makes an .msi on Windows: windows.cmd PRODUCT FOLDER, where PRODUCT is the unpacked rebound.product-win32.win32.x86_64.zip
rem and FOLDER takes the installer. Needs a JDK >= 21 in JAVA_HOME, and WiX 3 or newer for jpackage.
rem Untested: it was written on Linux, where jpackage can't make an .msi.
setlocal
if "%~2"=="" echo usage: windows.cmd PRODUCT FOLDER & exit /b 2
set "MODULES=java.se,jdk.unsupported,jdk.zipfs,jdk.charsets,jdk.localedata,jdk.crypto.ec,jdk.crypto.mscapi,jdk.naming.dns,jdk.net,jdk.httpserver,jdk.xml.dom,jdk.security.auth"
"%JAVA_HOME%\bin\jlink" --add-modules %MODULES% --strip-debug --no-header-files --no-man-pages --compress zip-6 --output "%~1\jre" || exit /b 1
for %%f in ("%~1\plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%~nxf"
"%JAVA_HOME%\bin\jpackage" --type msi --name Rebound --app-version 0.1.0 --vendor Rebound --input "%~1" ^
	--runtime-image "%~1\jre" --main-jar "plugins\%LAUNCHER%" --main-class org.eclipse.equinox.launcher.Main ^
	--java-options "-Dosgi.install.area=file:$APPDIR/" ^
	--java-options "-Dosgi.configuration.area=@user.home/AppData/Local/Rebound/app-image" ^
	--java-options "-Dosgi.instance.area=@user.home/AppData/Local/Rebound/workspace" ^
	--win-per-user-install --win-menu --win-shortcut --dest "%~2"
