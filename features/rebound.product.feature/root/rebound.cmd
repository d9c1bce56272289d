@echo off
rem Rebound. Without a command it opens the window, with one it works in the console: try "rebound --help".
rem "rebound --open FILES" imports mails in the window, "rebound --safe ..." starts without extensions, "rebound update"
rem brings a newer version. Where a file "portable" lies beside this one, data do, too.
rem   REBOUND_JAVA_OPTS  further options for Java, for example -Xmx2g
rem   REBOUND_STATE      where the window's state is kept, instead of the user's own folder
rem   REBOUND_DATA       where databases and settings are kept, instead of the user's own folder
rem   REBOUND_PRESETS    a file of settings, instead of rebound.properties here or in the folder Rebound of ProgramData
setlocal enabledelayedexpansion
set "HOME_DIR=%~dp0"
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%HOME_DIR%jre\bin\java.exe" set "JAVA=%HOME_DIR%jre\bin\java.exe"
"%JAVA%" -version >nul 2>nul
if errorlevel 1 (
	echo Rebound needs Java 21 or newer, and none was found. Install one, or set JAVA_HOME to its folder. 1>&2
	exit /b 69
)

if exist "%HOME_DIR%portable" (
	if not defined REBOUND_DATA set "REBOUND_DATA=%HOME_DIR%data"
	if not defined REBOUND_STATE set "REBOUND_STATE=%HOME_DIR%data\state"
)
if not defined REBOUND_STATE set "REBOUND_STATE=%LOCALAPPDATA%\Rebound"
if not defined REBOUND_PRESETS set "REBOUND_PRESETS=%HOME_DIR%rebound.properties"
if not exist "%REBOUND_PRESETS%" set "REBOUND_PRESETS=%ProgramData%\Rebound\rebound.properties"
call :preset extensions.allowed ALLOWED
call :preset update.site SITE
call :preset update.keys KEYS

rem The installed bundles' files; beside them may lie those that an update has replaced.
set "INSTALLED=%HOME_DIR%configuration\org.eclipse.equinox.simpleconfigurator\bundles.info"
call :jar org.eclipse.equinox.launcher LAUNCHER
call :jar org.eclipse.osgi FRAMEWORK
call :jar rebound.headless HEADLESS
rem Several users of one read-only installation keep Equinox' own files each for themselves.
set "CONFIGURATION=%HOME_DIR%configuration"
copy /y nul "%CONFIGURATION%\.writable" >nul 2>nul && del "%CONFIGURATION%\.writable" || set "CONFIGURATION=%REBOUND_STATE%\configuration"

rem Without the extensions that are not wanted now (--safe) or that the administrator does not allow.
set LIST=
if defined ALLOWED set "LIST=%CONFIGURATION%\allowed\bundles.info"
if "%~1"=="--safe" (
	shift
	set ALLOWED=
	set "LIST=%CONFIGURATION%\safe\bundles.info"
)
set CHOICE=
if defined LIST (
	for %%f in ("%LIST%") do set "CONFIGURATION=%%~dpf."
	if not exist "!CONFIGURATION!" mkdir "!CONFIGURATION!"
	"%JAVA%" -XX:TieredStopAtLevel=1 -cp "%HEADLESS%" rebound.headless.internal.StartList "%HOME_DIR%." "%INSTALLED%" "%LIST%" "!ALLOWED!" || exit /b 70
	set "INSTALLED=%LIST%"
	set "CHOICE=-Dorg.eclipse.equinox.simpleconfigurator.configUrl=file:/!LIST:\=/!"
)

rem "shift" leaves %* as it was.
set ARGS=
set "FIRST=%~1"
if "%FIRST%"=="--open" (
	shift
	if not "%~2"=="" set "ARGS=-import"
	set FIRST=-import
)
if "%FIRST%"=="update" (
	shift
	goto update
)
:arguments
if not "%~1"=="" (
	set ARGS=!ARGS! "%~1"
	shift
	goto arguments
)
for %%w in (-import -clean -data -nl -consoleLog -debug) do if "%FIRST%"=="%%w" goto window
if "%FIRST%"=="" goto window
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xms160m -Xmx512m -Xmn96m -XX:MetaspaceSize=48m -Djava.awt.headless=true %REBOUND_JAVA_OPTS% -cp "%FRAMEWORK%;%HEADLESS%" rebound.headless.internal.Start "%HOME_DIR%." "%INSTALLED%" "%CONFIGURATION%\commands" %ARGS%
exit /b %errorlevel%

:window
rem Whoever names a site of http:// has chosen so; p2 would ask https:// instead.
set PLAIN=
if "%SITE:~0,7%"=="http://" set PLAIN=-Dp2.httpRule=allow
:again
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xms48m -Xmx512m %PLAIN% %REBOUND_JAVA_OPTS% %CHOICE% -jar "%LAUNCHER%" -configuration "%CONFIGURATION%" -data "%REBOUND_STATE%\workspace" %ARGS%
set CODE=%errorlevel%
rem 23: restart, for example after an update.
call :jar org.eclipse.equinox.launcher LAUNCHER
if %CODE%==23 goto again
if %CODE%==24 goto again
exit /b %CODE%

:update
rem The command interpreter divides --site=URL at the equals sign.
set CHECK=
set WANTED=
:option
if "%~1"=="" goto list
if "%~1"=="--check" (
	set CHECK=yes
) else if "%~1"=="--to" (
	set "WANTED=%~2"
	shift
) else if "%~1"=="--site" (
	set "SITE=%~2"
	shift
) else (
	echo Usage: rebound update [--check] [--to=VERSION] [--site=URL] 1>&2
	exit /b 2
)
shift
goto option
:list
if not defined SITE (
	echo No update site is known. Name one with --site=URL, or as update.site in rebound.properties. 1>&2
	exit /b 2
)
set PLAIN=
if "%SITE:~0,7%"=="http://" set PLAIN=-Dp2.httpRule=allow
if not exist "%REBOUND_STATE%" mkdir "%REBOUND_STATE%"
set "LOG=%REBOUND_STATE%\update.log"
set DIRECTOR="%JAVA%" -XX:TieredStopAtLevel=1 -Djava.awt.headless=true %PLAIN% %REBOUND_JAVA_OPTS% -jar "%LAUNCHER%" -nosplash -configuration "%CONFIGURATION%" -data @none -application org.eclipse.equinox.p2.director -destination "%HOME_DIR%." -profile DefaultProfile -repository "%SITE%"
%DIRECTOR% -list rebound.product -listInstalledRoots >"%LOG%" 2>&1
if errorlevel 1 (
	echo The update site %SITE% can't be read. Check the address and the network; the log is %LOG%. 1>&2
	exit /b 3
)
set NOW=
set NEWEST=
set OFFERED=
for /f "tokens=2 delims=/" %%v in ('findstr /b /c:"rebound.product/" "%LOG%"') do set "NOW=%%v"
for /f "tokens=2 delims==" %%v in ('findstr /b /c:"rebound.product=" "%LOG%"') do (
	set "NEWEST=%%v"
	set "OFFERED=!OFFERED! %%v"
)
if not defined NEWEST (
	echo There is no Rebound at %SITE%, or it can't be read. The log is %LOG%. 1>&2
	exit /b 3
)
if defined CHECK (
	echo Installed: %NOW%. Offered:%OFFERED%.
	exit /b 0
)
if not defined WANTED set "WANTED=%NEWEST%"
if "%WANTED%"=="%NOW%" (
	echo Rebound %NOW% is installed; there is nothing to do.
	exit /b 0
)
set TRUST=
if defined KEYS set TRUST=-trustSignedContentOnly -trustedPGPKeys "%KEYS: =%"
rem One block, read as a whole: the update replaces this file.
(
	%DIRECTOR% -uninstallIU rebound.product -installIU "rebound.product/%WANTED%" %TRUST% >"%LOG%" 2>&1
	if errorlevel 1 (
		echo Refused: the update could not be fetched completely from %SITE%, or what it sent is not what was published. Nothing was changed; Rebound %NOW% still runs. The log is %LOG%. 1>&2
		exit /b 3
	)
	echo Rebound %WANTED% is installed instead of %NOW%. A window that is open goes on with the old one until it is started again.
	exit /b 0
)

rem preset NAME VARIABLE: what the administrator's settings say, or nothing.
:preset
set "%2="
if exist "%REBOUND_PRESETS%" for /f "usebackq tokens=1,* delims==" %%a in ("%REBOUND_PRESETS%") do (
	for /f "tokens=1" %%k in ("%%a") do if "%%k"=="%1" for /f "tokens=*" %%v in ("%%b") do set "%2=%%v"
)
exit /b 0

rem jar NAME VARIABLE: the file of the installed bundle.
:jar
for /f "usebackq tokens=1,3 delims=," %%a in ("%INSTALLED%") do if "%%a"=="%1" set "%2=%%b"
set "%2=!%2:file:=!"
set "%2=%HOME_DIR%!%2:/=\!"
exit /b 0
